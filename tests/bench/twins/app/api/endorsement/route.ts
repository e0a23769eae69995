import { endorse } from "@/bin/bench/twins/endorse";
import { findSignedIn, refused } from "@/bin/bench/twins/signed-in";

export async function POST(request: Request) {
  const viewer = await findSignedIn(request);
  if (!viewer?.personId) return refused();
  return Response.json(await endorse(viewer.personId, await request.json()), { status: 201 });
}
