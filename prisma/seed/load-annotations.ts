import type { Tx } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { buildExplanation, buildJoin } from "./build-annotations";
import type { AuthorizedAct } from "./build-position";
import type { AssignedPerson } from "./load-people";
import type { Demonstration } from "./read-demonstration";
import { daysBefore } from "./spread-dates";

/** Loads joins and explanations. What is there already stays. */
export async function loadAnnotations(
  tx: Tx,
  { joins, explanations }: Demonstration,
  people: AssignedPerson[],
  now: Date,
) {
  const standing = await findStanding(tx);
  const joined = joins.flatMap((row): Prisma.JoinStepCreateManyInput[] => {
    const act = actOf(people, row.joined_by, daysBefore(now, row.days_ago));
    const organizationId = standing.organizations.get(row.joined_by);
    const head = standing.heads.get(`${row.org_slug}/${row.proposition_slug}`);
    if (!head?.reserved || !act || !organizationId) return [];
    return [buildJoin({ ...head.at, organizationId, visibility: row.visibility }, act)];
  });
  const explained = explanations.flatMap((row): Prisma.ExplanationStepCreateManyInput[] => {
    const act = actOf(people, row.org_slug, daysBefore(now, row.days_ago));
    const head = standing.heads.get(`${row.org_slug}/${row.proposition_slug}`);
    if (!head || !act) return [];
    const text = { textEn: row.text_en, textFr: row.text_fr };
    return [buildExplanation({ ...head.at, visibility: row.visibility, ...text }, act)];
  });
  await tx.joinStep.createMany({ data: joined, skipDuplicates: true });
  await tx.explanationStep.createMany({ data: explained, skipDuplicates: true });
}

function actOf(people: AssignedPerson[], organization: string, at: Date): AuthorizedAct | null {
  const signatory = people.find((it) => it.organization === organization && it.signs);
  return signatory ? { by: signatory.personId, at, mandate: signatory.mandate } : null;
}

async function findStanding(tx: Tx) {
  const rows = await tx.position.findMany({
    where: { standing: { not: null } },
    select: {
      id: true,
      standing: true,
      standingRevision: { select: { stance: true } },
      organization: { select: { id: true, slug: true } },
      proposition: { select: { slug: true } },
    },
  });
  return {
    organizations: new Map(rows.map(({ organization }) => [organization.slug, organization.id])),
    heads: new Map(
      rows.map(({ id, standing, standingRevision, organization, proposition }) => [
        `${organization.slug}/${proposition.slug}`,
        {
          at: { positionId: id, revision: standing ?? 1 },
          reserved: standingRevision?.stance === "support_with_reservation",
        },
      ]),
    ),
  };
}
