import { optionsOf } from "@/lib/api/options";
import { readReadiness } from "@/lib/platform/db/readiness";

export const dynamic = "force-dynamic";

export const OPTIONS = optionsOf("GET");

export async function GET() {
  const readiness = await readReadiness();
  return Response.json(readiness, { status: readiness.status === "ready" ? 200 : 503 });
}
