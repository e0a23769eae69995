import { db, transact } from "@/lib/platform/db/client";
import { storeFile } from "@/lib/platform/files/stored";
import { insertBriefing } from "@/tests/support/build-briefings";
import { buildPoint } from "@/tests/support/build-points";
import { as, given } from "@/tests/support/builders";
import { buildBriefing } from "../../prisma/seed/build-briefing";

type Options = Partial<Omit<Parameters<typeof buildBriefing>[0], "host">> & { items?: number };

/** A meeting with an item of every kind that there is, so many texts and propositions among them, papers and updates. */
export async function packWorld({ items = 1, ...options }: Options = {}) {
  const [host, other, reserved] = [await given.organization(), await given.organization(), await given.organization()];
  const at = new Date();
  const built = buildBriefing({
    host,
    invited: [host, other],
    at,
    wallStart: "2027-03-09T10:00",
    minutes: 60,
    ...options,
  });
  await insertBriefing(built);
  const { id: briefingId } = built.briefing;
  const theme = await given.theme();
  const add = (number: number, more: object) =>
    db.agendaItem.create({ data: { briefingId, number, kind: "free", minutes: 10, createdAt: at, ...more } });
  await add(1, { kind: "approval", minutes: 5 });
  const free = await add(2, {
    ...{ titleEn: "Around the table", titleFr: null, whyEn: "What each of us is doing.", leadId: host.id },
    ...{ attribution: "decisions_only", raisesId: other.id, answerers: { create: { organizationId: host.id } } },
  });
  const propositions = [];
  for (let n = 0; n < items; n++) {
    const answer = {
      organization: reserved,
      response: "endorse_with_reservation",
      reservation: `Not by force ${n}.`,
    } as const;
    const point = await buildPoint({
      organization: host,
      theme,
      status: "usable",
      answers: [{ organization: other }, answer],
    });
    const proposition = await given.proposition({ theme });
    await given.standing({ organization: host, proposition });
    await given.standing({
      ...{ organization: other, proposition, stance: "support_with_reservation" },
      reservationEn: `Except by force ${n}.`,
    });
    await given.standing({ organization: reserved, proposition, stance: "oppose", visibility: "organization" });
    await add(3 + 2 * n, { kind: "point", talkingPointId: point.id });
    await add(4 + 2 * n, { kind: "proposition", propositionId: proposition.id });
    propositions.push(proposition);
  }
  const paper = (title: string, itemId: string | null) =>
    transact(async (tx) => {
      const fileId = await storeFile(tx, { name: "a.txt", type: "txt", bytes: new TextEncoder().encode(title) });
      const handed = { organizationId: other.id, languages: ["fr"], createdAt: at };
      return tx.briefingPaper.create({ data: { briefingId, itemId, fileId, titleFr: title, ...handed } });
    });
  await paper("Note de fond", null);
  await paper("Note pour le tour de table", free.id);
  const withdrawn = await paper("Retirée", null);
  await db.briefingPaper.update({ where: { id: withdrawn.id }, data: { withdrawnAt: at } });
  const line = {
    number: 1,
    whatEn: "Discussion circles",
    whenEn: "In May",
    contact: "a@example.ca",
    helpEn: "Interpreters",
  };
  await db.updateFiling.create({
    data: { briefingId, organizationId: other.id, filedAt: at, lines: { create: { ...line, themeId: theme.id } } },
  });
  const viewer = await as(await given.signatory(host));
  return { host, other, reserved, viewer, slug: built.briefing.slug, briefingId, theme, propositions };
}
