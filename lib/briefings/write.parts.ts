import "server-only";
import { randomInt, randomUUID } from "node:crypto";
import type { Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { translatorIn } from "@/lib/platform/i18n/translator";
import { type SidePart, sideParts, titleCharacters } from "./constants";
import type { Frame } from "./schema";
import type { Invited } from "./write.invitees";

type Meeting = Omit<Prisma.BriefingUncheckedCreateInput, "titleEn" | "titleFr"> & {
  id: string;
  titleEn: string | null;
  titleFr: string | null;
};

const letters = "abcdefghijkmnpqrstuvwxyz";

/** Says nothing of the title: the address stands in mails and calendars, where others read along. */
export const newBriefingSlug = () =>
  `briefing-${Array.from({ length: 8 }, () => letters.charAt(randomInt(letters.length))).join("")}`;

export async function insertBriefing(tx: Tx, data: Meeting, { organizationIds, officeIds }: Invited) {
  await tx.briefing.create({ data });
  const { id: briefingId, createdAt: at, attribution: rule } = data;
  await tx.briefingInvitee.createMany({
    data: [
      ...organizationIds.map((organizationId) => ({ briefingId, organizationId })),
      ...officeIds.map((officeId) => ({ briefingId, officeId })),
    ],
  });
  await tx.briefingStep.create({ data: { briefingId, number: 1, kind: "planned", at, rule } });
}

/** The meetings for members alone that go with one with an office: called as it is, and to the same organizations. */
export async function addParts(
  tx: Tx,
  head: Meeting,
  given: Frame,
  { organizationIds }: Invited,
  only: readonly SidePart[] = sideParts,
) {
  const added: { id: string; part: SidePart }[] = [];
  for (const part of only) {
    const wanted = given[part];
    if (!wanted) continue;
    const id = randomUUID();
    const title = await titlesOf(part, head);
    await insertBriefing(
      tx,
      {
        ...{ id, slug: newBriefingSlug(), kind: "government", part, partOfId: head.id, ...title },
        ...{ hostId: head.hostId, zone: head.zone, createdAt: head.createdAt, stampedAt: head.createdAt },
        ...{ quorum: head.quorum ?? null, attribution: wanted.attribution, minutes: wanted.minutes },
      },
      { organizationIds, officeIds: [] },
    );
    added.push({ id, part });
  }
  return added;
}

/** "Caucus: …" in each language in which the meeting has a title. */
async function titlesOf(part: SidePart, { titleEn, titleFr }: Pick<Meeting, "titleEn" | "titleFr">) {
  const [en, fr] = await Promise.all([translatorIn("en"), translatorIn("fr")]);
  return {
    titleEn: titleEn ? en(`briefings.partTitle.${part}`, { title: titleEn }).slice(0, titleCharacters) : null,
    titleFr: titleFr ? fr(`briefings.partTitle.${part}`, { title: titleFr }).slice(0, titleCharacters) : null,
  };
}
