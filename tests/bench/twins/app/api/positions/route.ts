import { positionRow } from "@/bin/bench/twins/rows";
import { findSignedIn, refused } from "@/bin/bench/twins/signed-in";
import { unasked } from "@/bin/bench/twins/unasked";
import { db } from "@/lib/platform/db";

export async function GET(request: Request) {
  if (!(await findSignedIn(request))) return refused();
  const take = Number(new URL(request.url).searchParams.get("limit"));
  const orderBy = [{ proposition: { number: "asc" as const } }, { organization: { slug: "asc" as const } }];
  return Response.json({ items: await db.position.findMany({ ...unasked, orderBy, take, select: positionRow }) });
}
