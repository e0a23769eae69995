import { UserError } from "@/bin/host/user-error.mjs";
import { isAnythingUnrecorded } from "@/lib/activity/record";
import { refreshConcealed } from "@/lib/agreement/jobs";
import { record } from "@/lib/network/activity";
import type { Tx } from "@/lib/platform/db/client";
import { readClock } from "@/lib/platform/time/clock";
import { noteRedLines } from "@/lib/talking-points/jobs.red-lines";
import { loadAnnotations } from "./load-annotations";
import { loadApplications } from "./load-applications";
import { loadBriefings } from "./load-briefings";
import { loadClosingDays } from "./load-closing-days";
import { loadComments } from "./load-comments";
import { loadInvitations } from "./load-invitations";
import { loadNeighbours } from "./load-neighbours";
import { putOrganizations } from "./load-organizations";
import { loadPeople } from "./load-people";
import { loadPositions } from "./load-positions";
import { loadProposals } from "./load-proposals";
import { loadRapporteurs } from "./load-rapporteurs";
import { followReport, inTurn, nobody } from "./load-report";
import { loadStudies } from "./load-studies";
import { loadTalkingPoints } from "./load-talking-points";
import type { Demonstration } from "./read-demonstration";
import type { Report } from "./read-report";

/** Why the demonstration does not go in here. */
export class NoDemonstration extends UserError {}

export type Loaded = {
  organizations: number;
  people: number;
  positions: number;
  drafts: number;
  studies: number;
  talkingPoints: number;
  briefings: number;
};

/**
 * Fills a database that nobody real uses with the report's content and the fictional network. What people have made of
 * it since is left alone: loading again adds what is missing, and the record tells only of what was added.
 */
export async function loadDemonstration(demonstration: Demonstration, report: Report): Promise<Loaded> {
  const loaded = await inTurn(async (tx) => {
    await mustBeNobodys(tx);
    await followReport(tx, report);
    const now = await readClock(tx);
    const organizations = await putOrganizations(tx, demonstration.organizations, now);
    const people = await loadPeople(tx, demonstration, now);
    await loadClosingDays(tx);
    await loadApplications(tx, demonstration, now);
    await loadNeighbours(tx, demonstration, now);
    await loadInvitations(tx, demonstration, now);
    await loadRapporteurs(tx, demonstration, people.placed, now);
    const said = await loadPositions(tx, demonstration, people.placed, now);
    await loadProposals(tx, demonstration, now);
    const studies = await loadStudies(tx, demonstration, now);
    await loadAnnotations(tx, demonstration, people.placed, now);
    const talkingPoints = await loadTalkingPoints(tx, demonstration.talkingPoints, people.placed, now);
    await loadComments(tx, demonstration.talkingPoints, { people: people.placed, now });
    const briefings = await loadBriefings(tx, demonstration.briefings, people.placed, now);
    const loaded = { organizations, people: people.added, ...said, studies, talkingPoints, briefings };
    await tx.network.updateMany({ where: { kind: "undecided" }, data: { kind: "demonstration" } });
    if (isAny(loaded) || (await isAnythingUnrecorded(tx)))
      await record(tx, "demonstration.loaded", nobody, "network", loaded);
    return loaded;
  });
  // Otherwise the grid would not know until tomorrow what it may not show.
  if (isAny(loaded)) await refreshConcealed();
  if (isAny(loaded)) await noteRedLines();
  return loaded;
}

const isAny = (loaded: Loaded) => Object.values(loaded).some((count) => count > 0);

/** A database is a demonstration or real, never both. */
async function mustBeNobodys(tx: Tx) {
  const network = await tx.network.findUniqueOrThrow({ where: { id: 1 } });
  const real = await tx.organization.findFirst({ where: { fictional: false } });
  if (network.kind === "real" || real) {
    throw new NoDemonstration("This database belongs to a real network: the demonstration needs one of its own.");
  }
}
