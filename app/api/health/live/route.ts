import { optionsOf } from "@/lib/api/options";
export const dynamic = "force-dynamic";

export const OPTIONS = optionsOf("GET");

export function GET() {
  return Response.json({ status: "live" });
}
