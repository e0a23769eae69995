import { db } from "@/lib/platform/db";
import { propositionRow } from "@/tests/bench/twins/rows";
import { findSignedIn, refused } from "@/tests/bench/twins/signed-in";
import { unasked } from "@/tests/bench/twins/unasked";

export async function GET(request: Request) {
  if (!(await findSignedIn(request))) return refused();
  const slug = new URL(request.url).searchParams.get("slug") ?? "";
  return Response.json(await db.proposition.findUnique({ ...unasked, where: { slug }, select: propositionRow }));
}
