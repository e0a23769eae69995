import { generateSpec } from "@/lib/api/spec";

export async function GET() {
  return Response.json(await generateSpec(), { headers: { "cache-control": "public, max-age=300" } });
}
