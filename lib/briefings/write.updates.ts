import "server-only";
import { transact } from "@/lib/platform/db/client";
import { BadField, Refusal } from "@/lib/platform/http/refusal";
import { readClock } from "@/lib/platform/time/clock";
import { lockRights } from "@/lib/viewer/read.locked-rights";
import type { Viewer } from "@/lib/viewer/schema";
import { record } from "./activity";
import { mayAnswerFor, readableBy } from "./policy";
import { filingObstacle } from "./rules.updates";
import type { FileUpdateInput } from "./schema.updates";
import { refuse } from "./write.agenda";

/** Files what an organization tells the others before a meeting, over what was read; without any line it is taken back. */
export async function fileUpdate(viewer: Viewer, { id: slug, organization, lines }: FileUpdateInput, seen: number) {
  await transact(async (tx) => {
    const found = await tx.briefing.findFirst({
      where: { AND: [readableBy(viewer), { slug }] },
      include: { invitees: { where: { removedAt: null, organization: { slug: organization } } } },
    });
    if (!found) throw new Refusal("NOT_FOUND", "noSuchBriefing");
    const [invitee] = found.invitees;
    if (!invitee?.organizationId) throw new Refusal("FORBIDDEN", "notInvitedTo");
    if (!mayAnswerFor(viewer, invitee.organizationId)) throw new Refusal("FORBIDDEN", "notYourOrganization");
    await lockRights(tx, viewer);
    const key = { briefingId: found.id, organizationId: invitee.organizationId };
    const [held] = await tx.$queryRaw<{ version: number }[]>`
      SELECT "version" FROM "UpdateFiling" WHERE "briefingId" = ${key.briefingId}::uuid
        AND "organizationId" = ${key.organizationId}::uuid FOR UPDATE`;
    const version = held?.version ?? 0;
    if (version !== seen) throw new Refusal("PRECONDITION_FAILED", "changedMeanwhile", { version });
    const now = await readClock(tx);
    refuse(filingObstacle(found, now));
    const slugs = lines.flatMap((it) => it.theme ?? []);
    const themes = await tx.theme.findMany({ where: { slug: { in: slugs } }, select: { id: true, slug: true } });
    const themeIds = new Map(themes.map((it) => [it.slug, it.id]));
    const unknown = lines.findIndex(({ theme }) => theme !== null && !themeIds.has(theme));
    if (unknown >= 0) throw new BadField(`lines.${unknown}.theme`, "invalid");
    // Two who file first at once: the second violates the key, is run again, and then fails with the version.
    if (held)
      await tx.updateFiling.update({
        where: { briefingId_organizationId: key },
        data: { version: version + 1, filedAt: now },
      });
    else await tx.updateFiling.create({ data: { ...key, filedAt: now } });
    await tx.memberUpdate.deleteMany({ where: key });
    await tx.memberUpdate.createMany({
      data: lines.map(({ what, theme, when, contact, help }, at) => ({
        ...key,
        number: at + 1,
        whatEn: what.en || null,
        whatFr: what.fr || null,
        themeId: theme === null ? null : (themeIds.get(theme) ?? null),
        whenEn: when.en || null,
        whenFr: when.fr || null,
        contact: contact || null,
        helpEn: help.en || null,
        helpFr: help.fr || null,
      })),
    });
    // That an organization told something is recorded once; who worked on it afterwards, and how often, is nobody's matter.
    if (!held)
      await record(tx, "briefing.updateFiled", viewer, `briefing/${found.id}`, { organization: key.organizationId });
  });
}
