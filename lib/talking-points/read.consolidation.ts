import "server-only";
import { toOrganizationName } from "@/lib/organizations/read.select";
import { db } from "@/lib/platform/db/client";
import { BadField } from "@/lib/platform/http/refusal";
import { membershipsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { mayHandle } from "./policy";
import { findAcceptable } from "./read.amendments";
import { findMembers, findStandings } from "./read.endorsements";
import { findMoment } from "./read.state";
import { compareClauses, comparePairs } from "./rules.compare";
import { planConsolidation } from "./rules.consolidation";
import { asAccepted } from "./rules.handling";
import type { Consolidation } from "./schema.consolidation";

type PreviewInput = { id: string; amendments?: string | undefined };

/** What a version of these amendments would be, and whom it would ask again: read before the click, and made by the same rule. */
export async function previewConsolidation(viewer: Viewer, input: PreviewInput): Promise<Consolidation> {
  const { point, matters: acceptable, now } = await findAcceptable(viewer, input.id);
  const ids = input.amendments?.split(",").filter(Boolean);
  if (ids?.some((id) => !acceptable.some((it) => it.id === id))) throw new BadField("amendments", "invalid");
  const taken = ids ? acceptable.filter(({ id }) => ids.includes(id)) : acceptable;
  const plan = planConsolidation(
    now,
    taken.map((it) => asAccepted(it, it.standing.handled)),
  );
  const { made } = plan;
  const scope = { leads: point.leads, themeIds: point.current.themes.map((it) => it.themeId) };
  return {
    number: point.currentVersion + 1,
    version: point.version,
    amendments: taken.map(({ id }) => id),
    digest: made?.digest ?? null,
    ...{ obstacle: plan.obstacle, conflicts: plan.conflicts, placeless: plan.placeless },
    changes: made && {
      title: comparePairs({ en: now.titleEn, fr: now.titleFr }, { en: made.titleEn, fr: made.titleFr }),
      clauses: compareClauses(now.clauses, made.clauses),
    },
    ...(await findReconfirming(point.id, point.currentVersion)),
    viewer: {
      pens: membershipsOf(viewer)
        .filter((it) => point.status !== "retired" && mayHandle(viewer, { ...scope, ...it }))
        .map(({ slug }) => slug),
    },
  };
}

/** Whoever answered is asked again, and was asked last when the words in force came. */
async function findReconfirming(talkingPointId: string, number: number) {
  const moment = await findMoment(undefined);
  const standings = await findStandings(talkingPointId, moment);
  const members = await findMembers(moment);
  const { createdAt } = await db.talkingPointVersion.findUniqueOrThrow({
    where: { talkingPointId_number: { talkingPointId, number } },
    select: { createdAt: true },
  });
  const asks = members.flatMap((member) => {
    const given = standings.get(member.id)?.given;
    return given
      ? [{ organization: toOrganizationName(member), response: given.response, version: given.version }]
      : [];
  });
  return { asks, lastAsked: createdAt.toISOString() };
}
