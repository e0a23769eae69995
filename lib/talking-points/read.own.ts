import "server-only";
import { toOrganizationName } from "@/lib/organizations/read.select";
import { signaturesNeeded } from "@/lib/organizations/rules";
import { db } from "@/lib/platform/db/client";
import { dayIn } from "@/lib/platform/time/zone";
import { membershipsOf, signOffKindFor } from "@/lib/viewer/rules";
import { mayCommitNow } from "@/lib/viewer/rules.fresh";
import type { Viewer } from "@/lib/viewer/schema";
import { authorityUnder } from "../mandates/rules.authority";
import { findNames } from "../positions/read.handovers";
import { readOwnStances } from "../positions/read.own-stances";
import type { TalkingPointStatus } from "./constants";
import { findEndorser, mayEndorse } from "./policy";
import type { StandingRow } from "./read.endorsements";
import { toAnswer } from "./read.steps";
import type { VersionContext, VersionRow } from "./read.version";
import { findWaitingJoins } from "./read.waiting-joins";
import { contradictions, isConfirmable, isOpen, standsBehind } from "./rules.endorsements";
import { contestUntil } from "./rules.text";
import type { Endorsement, OwnEndorsement } from "./schema.endorsements";

type Read = {
  talkingPointId: string;
  status: TalkingPointStatus;
  text: VersionRow;
  standings: ReadonlyMap<string, StandingRow>;
  endorsements: ReadonlyMap<string, Endorsement>;
  /** Whose reservations each organization joined: their slugs, by its id. */
  joined: ReadonlyMap<string, string[]>;
  obstacle: string | null;
  members: readonly Own["row"][];
};

/** What each of the viewer's member organizations answered and may do now: the buttons obey it, and the writes ask again. */
export async function readOwnEndorsements(
  viewer: Viewer,
  context: VersionContext,
  read: Read,
): Promise<OwnEndorsement[]> {
  const memberships = membershipsOf(viewer);
  if (memberships.length === 0 || context.past) return [];
  const { text, standings } = read;
  const propositions = text.propositions.map((it) => it.proposition.id);
  const waiting = memberships.flatMap((it) => standings.get(it.organizationId)?.waiting?.actorId ?? []);
  const [stances, names, joinsWaiting] = await Promise.all([
    readOwnStances(db, viewer, propositions),
    findNames(waiting),
    findWaitingJoins(viewer, read),
  ]);
  const rows = read.members.filter(({ id }) => memberships.some((it) => it.organizationId === id));
  return rows.map((row) => {
    const own = stances.filter((it) => it.organizationId === row.id);
    return toOwnEndorsement(viewer, context, read, { row, names, own, joinsWaiting });
  });
}

type Own = {
  row: Parameters<typeof toOrganizationName>[0] & { id: string };
  names: ReadonlyMap<string, string>;
  own: Awaited<ReturnType<typeof readOwnStances>>;
  joinsWaiting: Awaited<ReturnType<typeof findWaitingJoins>>;
};

function toOwnEndorsement(
  viewer: Viewer,
  context: VersionContext,
  read: Read,
  { row, names, own, joinsWaiting }: Own,
): OwnEndorsement {
  const { text, standings, endorsements, joined } = read;
  const { given, waiting } = standings.get(row.id) ?? { given: null, waiting: null };
  const scope = { organizationId: row.id, themeIds: text.themes.map((it) => it.theme.id) };
  const mandate = findEndorser(viewer, scope);
  const signs = mandate !== null;
  const open = isOpen(read.status);
  const endorses = given !== null && standsBehind(given.response);
  const contested = text.contests.filter((it) => it.organizationId === row.id).map((it) => it.clauseKey);
  const contestable = text.editorialClauses.some((key) => !contested.includes(key));
  const { timeZone, rests, closing, today } = context;
  const until = contestUntil(dayIn(timeZone, text.createdAt), text.editorialClauses, { rests, closing });
  return {
    organization: toOrganizationName(row),
    answer: endorsements.get(row.id) ?? null,
    waiting: waiting && {
      ...{ version: waiting.version, ...toAnswer(waiting) },
      ...{ by: names.get(waiting.actorId) ?? null, mine: waiting.actorId === viewer.personId },
    },
    signatures: signaturesNeeded(signOffKindFor(viewer, row.id)),
    mayEndorse: signs && open,
    mayEndorsePublicly: open && mayEndorse(viewer, scope, true),
    mayConfirm:
      open &&
      given !== null &&
      given.version !== text.number &&
      (given.response === "object" || read.obstacle === null) &&
      mayEndorse(viewer, scope, given.publicly) &&
      isConfirmable(given, text.clauses),
    mayWithdraw: signs && (given ?? waiting) !== null,
    mayContest: signs && endorses && contestable && until !== null && today <= until,
    needsFreshSignIn: signs && !mayCommitNow(viewer, context.now),
    mandate: mandate && authorityUnder(mandate),
    opposes: contradictions("endorse", own).map(({ proposition, number, stance }) => ({ proposition, number, stance })),
    joined: joined.get(row.id) ?? [],
    joinsWaiting: joinsWaiting
      .filter(({ joinedById }) => joinedById === row.id)
      .map(({ organization, actorId }) => ({ organization: organization.slug, mine: actorId === viewer.personId })),
  };
}
