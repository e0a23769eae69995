import "server-only";
import { transact } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { mayChangeProfile } from "./policy";
import { getMe } from "./read";
import type { ProfileInput } from "./schema";

type Profile = Pick<Viewer, "name" | "language" | "hours"> & { timeZone: string };

/**
 * Changes what one is called and how one is written to. A name stands beside what its person signs, so the record hears
 * that it changed; language, clock and time zone are nobody's business, and a change of zone would tell of a journey.
 */
export async function changeProfile(viewer: Viewer, input: ProfileInput) {
  const { personId } = viewer;
  if (personId === null || !mayChangeProfile(viewer)) throw new Refusal("FORBIDDEN", "profileByPerson");
  const now = await transact(async (tx) => {
    const [before] = await tx.$queryRaw<Profile[]>`
      SELECT "name", "language", "timeZone", "hours"::text FROM "Person" WHERE "id" = ${personId}::uuid FOR UPDATE`;
    if (!before) throw new Refusal("NOT_FOUND", "noSuchPerson");
    const { name = before.name, language = before.language, timeZone = before.timeZone, hours = before.hours } = input;
    const after = { name, language, timeZone, hours };
    await tx.person.update({ where: { id: personId }, data: after });
    if (name !== before.name) await record(tx, "person.renamed", viewer, `person/${personId}`);
    return after;
  });
  return getMe({ ...viewer, ...now });
}
