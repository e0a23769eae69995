import { positionRow } from "@/bin/bench/twins/rows";
import { findSignedIn, refused } from "@/bin/bench/twins/signed-in";
import { unasked } from "@/bin/bench/twins/unasked";
import { saveDraft } from "@/bin/bench/twins/write";
import { db } from "@/lib/platform/db";

export async function GET(request: Request) {
  if (!(await findSignedIn(request))) return refused();
  const asked = new URL(request.url).searchParams;
  const at = {
    organization: { slug: asked.get("organization") ?? "" },
    proposition: { slug: asked.get("proposition") ?? "" },
  };
  return Response.json(await db.position.findFirst({ ...unasked, where: at, select: positionRow }));
}

export async function PUT(request: Request) {
  const viewer = await findSignedIn(request);
  if (!viewer?.personId) return refused();
  return Response.json(await saveDraft(viewer.personId, await request.json()));
}
