import "server-only";
import type { TaskPage } from "@/lib/tasks/schema";
import { findConvening } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";
import { findApplications, toApplication } from "./read.application";
import { listOffers } from "./read.convener";
import type { OrganizationTask } from "./schema.tasks";

type AdmitTask = Extract<OrganizationTask, { kind: "admit" }>;
type OfferTask = Extract<OrganizationTask, { kind: "answerOffer" }>;

/** Organizations that ask this viewer, as the convener, to be admitted, whichever asked first; none for everybody else. */
export async function listAdmissionTasks(viewer: Viewer, limit: number): Promise<TaskPage<AdmitTask>> {
  const convening = findConvening(viewer);
  if (!convening) return { total: 0, items: [] };
  const { rows, total } = await findApplications({ limit });
  const items = rows.slice(0, limit).map(
    (row): AdmitTask => ({
      // Whoever comes back asks anew: each step of its membership makes it another application.
      ...{
        noun: "organizations",
        kind: "admit",
        organization: convening.slug,
        thing: row.slug,
        version: row.steps[0]?.number ?? 0,
      },
      ...{ day: null, person: null },
      facts: toApplication(row),
    }),
  );
  return { total, items };
}

/** Offers of the convener's term that this viewer may accept or decline for an organization. */
export async function listOfferTasks(viewer: Viewer): Promise<OfferTask[]> {
  const offers = await listOffers(viewer);
  return offers
    .filter((it) => it.mayAnswer)
    .map(
      ({ id, from, to, offeredAt }): OfferTask => ({
        ...{ noun: "organizations", kind: "answerOffer", organization: to.slug, thing: id, version: 1 },
        ...{ day: null, person: null },
        facts: { id, from, to, offeredAt },
      }),
    );
}
