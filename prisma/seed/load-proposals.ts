import type { Tx } from "@/lib/platform/db/client";
import type { Demonstration } from "./read-demonstration";
import { daysBefore } from "./spread-dates";

type Row = Demonstration["proposals"][number];

/** What members proposed, as if it had been written, sent and decided on. What is there already stays as it is. */
export async function loadProposals(tx: Tx, { proposals }: Demonstration, now: Date) {
  const convener = await tx.convenerPerson.findFirst({ select: { personId: true } });
  for (const row of proposals) {
    if (await tx.proposal.findUnique({ where: { id: row.id }, select: { id: true } })) continue;
    const [author, organization, theme, proposition] = await Promise.all([
      tx.person.findUniqueOrThrow({ where: { email: row.author }, select: { id: true } }),
      tx.organization.findUniqueOrThrow({ where: { slug: row.org_slug }, select: { id: true } }),
      tx.theme.findUniqueOrThrow({ where: { slug: row.theme_slug }, select: { id: true } }),
      row.proposition_slug ? tx.proposition.findUniqueOrThrow({ where: { slug: row.proposition_slug } }) : null,
    ]);
    const written = daysBefore(now, row.days_ago);
    const decidedAt = row.decided_days_ago ? daysBefore(now, row.decided_days_ago) : null;
    const sent = row.state !== "drafted";
    const words = { ...textOf(row), parity: row.parity };
    const first = { number: 1, act: sent ? ("proposed" as const) : ("drafted" as const), at: written };
    const steps = [{ ...first, actorId: author.id, ...words }];
    const decided = row.state === "merged" || row.state === "declined" ? row.state : null;
    await tx.proposal.create({
      data: {
        ...{ id: row.id, organizationId: organization.id, authorId: author.id, themeId: theme.id },
        ...{ regimeArea: row.regime_area, ...words, state: row.state, version: decided ? 2 : 1 },
        ...{ createdAt: written, proposedAt: sent ? written : null, decidedAt },
        ...{ answer: row.answer, propositionId: proposition?.id ?? null },
        steps: {
          create: [
            ...steps,
            ...(decided && decidedAt
              ? [{ number: 2, act: decided, at: decidedAt, actorId: convener?.personId ?? author.id, ...words }]
              : []),
          ],
        },
      },
    });
  }
}

const textOf = (row: Row) => ({
  titleEn: row.title_en,
  titleFr: row.title_fr,
  statementEn: row.statement_en,
  statementFr: row.statement_fr,
  reasonEn: row.reason_en,
  reasonFr: row.reason_fr,
});
