import "server-only";
import { organizationNameSelect, toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import type { Viewer } from "@/lib/viewer/schema";
import { readableBy } from "./policy";
import { findAnnotations, noAnnotations } from "./read.annotations";
import type { StanceOn } from "./schema.stances-on";

const toPair = (en: string | null, fr: string | null) => (en || fr ? { en, fr } : null);

/** What stands on these propositions, as far as this viewer may read it: with reservations and explanations in full. */
export async function listStancesOn(viewer: Viewer, propositionIds: readonly string[]): Promise<StanceOn[]> {
  const rows = await db.position.findMany({
    where: { AND: [readableBy(viewer), { propositionId: { in: [...propositionIds] }, standing: { not: null } }] },
    orderBy: { organization: { slug: "asc" } },
    select: {
      id: true,
      propositionId: true,
      organization: { select: { ...organizationNameSelect, status: true } },
      proposition: { select: { currentVersion: true } },
      standingRevision: {
        select: { number: true, stance: true, propositionVersion: true, reservationEn: true, reservationFr: true },
      },
    },
  });
  const annotations = await findAnnotations(
    viewer,
    rows.map(({ id, standingRevision: standing }) => ({ id, standing })),
  );
  return rows.flatMap((row): StanceOn[] => {
    const { standingRevision: text, organization } = row;
    // Who left, or was suspended, is not heard: its own people read what it said elsewhere.
    if (!text || organization.status !== "member") return [];
    const { joins, explanation } = annotations.get(row.id) ?? noAnnotations;
    return [
      {
        propositionId: row.propositionId,
        organization: toOrganizationName(organization),
        stance: text.stance,
        earlierWording: text.propositionVersion !== row.proposition.currentVersion,
        reservation: toPair(text.reservationEn, text.reservationFr),
        joinedBy: joins.filter(({ earlierText }) => !earlierText).map((it) => it.organization),
        explanation: explanation && !explanation.earlierText ? explanation.text : null,
      },
    ];
  });
}
