import { propositionRow } from "@/bin/bench/twins/rows";
import { findSignedIn, refused } from "@/bin/bench/twins/signed-in";
import { unasked } from "@/bin/bench/twins/unasked";
import { db } from "@/lib/platform/db";

export async function GET(request: Request) {
  if (!(await findSignedIn(request))) return refused();
  const take = Number(new URL(request.url).searchParams.get("limit"));
  const items = await db.proposition.findMany({ ...unasked, orderBy: { number: "asc" }, take, select: propositionRow });
  return Response.json({ items });
}
