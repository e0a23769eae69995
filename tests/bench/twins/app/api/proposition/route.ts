import { propositionRow } from "@/bin/bench/twins/rows";
import { findSignedIn, refused } from "@/bin/bench/twins/signed-in";
import { unasked } from "@/bin/bench/twins/unasked";
import { db } from "@/lib/platform/db";

export async function GET(request: Request) {
  if (!(await findSignedIn(request))) return refused();
  const slug = new URL(request.url).searchParams.get("slug") ?? "";
  return Response.json(await db.proposition.findUnique({ ...unasked, where: { slug }, select: propositionRow }));
}
