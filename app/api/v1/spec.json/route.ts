import { optionsOf } from "@/lib/api/options";
import { generateSpec } from "@/lib/api/spec";

export const OPTIONS = optionsOf("GET");

export async function GET() {
  return Response.json(await generateSpec(), { headers: { "cache-control": "public, max-age=300" } });
}
