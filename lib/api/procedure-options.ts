import { mayUploadPapers } from "@/lib/briefings/policy.papers";
import { maxPaperBytes } from "@/lib/briefings/schema.papers";
import { maxBytes } from "@/lib/positions/schema.files";
import { mayKeepStudies } from "@/lib/studies/policy";
import { maxCommentsBytes, maxVotesBytes as mostBytesOfVotes } from "@/lib/studies/schema";
import { tableLimits } from "@/lib/talking-points/schema.comment-table";
import { maxMarkedBytes } from "@/lib/talking-points/schema.word";
import type { Viewer } from "@/lib/viewer/schema";

/**
 * Every exception to the gateway's rules, by procedure name, here and nowhere else. A test compares the lists with
 * app/api and the router.
 */

/** Route files beside the router's two, and why each is there. */
export const routesOutsideRouter: Record<string, string> = {
  "app/api/rpc/[[...path]]/route.ts": "the router, for our own screens",
  "app/api/v1/[[...path]]/route.ts": "the router, as REST",
  "app/api/v1/spec.json/route.ts": "the contract itself, public",
  "app/api/[[...rest]]/route.ts": "what is no endpoint answers 404, like everything that does not exist",
  "app/api/health/live/route.ts": "whether the process answers, for a load balancer",
  "app/api/health/ready/route.ts": "whether this node may be sent requests",
  "app/api/auth/[...nextauth]/route.ts": "a sign-in link is taken by a form, once",
  "app/api/auth/organization/[provider]/route.ts": "a link that leads to an organization’s own sign-in",
  "app/api/auth/organization/[provider]/callback/route.ts": "where that sign-in sends people back to",
  "app/api/sign-out/route.ts": "a form, so that it works without script",
  "app/api/demonstration/sign-in/route.ts": "one click for demonstration people; absent outside demonstration mode",
  "app/.well-known/security.txt/route.ts": "where to report a weakness, public",
};

/** Procedures that answer anonymous callers. Everything else asks for an account first. */
export const publicProcedures: string[] = [
  "administration.network",
  "agreement.get",
  "agreement.export",
  "agreement.differences",
  "agreement.exportDifferences",
  "agreement.map",
  "agreement.exportMap",
  "agreement.days",
  "agreement.changes",
  "agreement.ladder",
  "agreement.letters",
  "agreement.exportLists",
  "agreement.exportLadder",
  "agreement.polis",
  "agreement.proposition",
  "agreement.silent",
  "briefings.datePolls.open",
  "briefings.datePolls.answer",
  "library.list",
  "library.export",
  "library.glossary",
  "library.exportGlossary",
  "briefings.calendar.feed.read",
  "emailChange.open",
  "emailChange.confirm",
  "emailChange.refuse",
  "organizations.list",
  "organizations.get",
  "convening.get",
  "organizations.apply",
  "organizations.similar",
  "organizations.pending",
  "organizations.confirm",
  "organizations.invitations.accept",
  "organizations.invitations.read",
  "people.requestLink",
  "people.listDemonstration",
  "people.listOutbox",
  "positions.export",
  "providers.findWay",
  "positions.list",
  "positions.get",
  "positions.history",
  "positions.summary",
  "report.recommendations",
  "report.exportRecommendations",
  "report.timeline",
  "report.exportTimeline",
  "report.errata",
  "report.exportErrata",
  "report.actors",
  "report.exportActors",
  "search.find",
  "studies.list",
  "studies.get",
  "studies.progress",
  "studies.statements",
  "studies.export",
  "themes.list",
  "themes.propositions",
  "themes.proposition",
  "themes.surroundings",
  "themes.dilemmas",
  "themes.exportDilemmas",
  "positions.annotations.joins",
  "positions.annotations.joined",
  "positions.annotations.explanations",
];

/**
 * Responses never stored for an idempotency key: they show a secret once, use up a link, or take longer than one
 * transaction may.
 */
export const notIdempotent: string[] = [
  "people.createToken",
  "briefings.calendar.feed.make",
  "organizations.invitations.accept",
  "passkeys.beginAdding",
  "passkeys.add",
  "passkeys.beginProof",
  "passkeys.prove",
  "studies.import",
  // They answer with the names of those who hold an office, and a name that is erased is in no copy. If-Match holds them to once.
  "offices.addHolder",
  "offices.check",
  "offices.close",
  // Who answered, and what, is kept in no copy.
  "briefings.calendar.move",
  "briefings.calendar.cancel",
  "briefings.dates.answer",
  "briefings.dates.answerForOffice",
  "briefings.datePolls.answer",
];

/** Doors counted by export, not by request alone. */
export const rateLimitedExports: string[] = [
  "positions.export",
  "positions.template",
  "positions.packFile",
  "agreement.export",
  "agreement.exportDifferences",
  "agreement.exportMap",
  "agreement.exportLists",
  "agreement.exportLadder",
  "agreement.polis",
  "library.export",
  "library.exportGlossary",
  "report.exportRecommendations",
  "report.exportTimeline",
  "report.exportErrata",
  "report.exportActors",
  "themes.exportDilemmas",
  "studies.export",
  "talkingPoints.commentTable.download",
  "talkingPoints.word.text",
  "briefings.pack.pdf",
];

/** Doors that take a file, as multipart/form-data, and how many bytes at most, the form around it included. */
export const uploadLimits: Record<string, number> = {
  "positions.import": maxBytes + 100_000,
  "talkingPoints.word.marked": maxMarkedBytes + 100_000,
  "studies.import": mostBytesOfVotes + maxCommentsBytes + 200_000,
  "briefings.papers.add": maxPaperBytes + 100_000,
  "talkingPoints.commentTable.read": tableLimits.bytes + 100_000,
};

type LargeUpload = {
  may: (viewer: Viewer) => boolean;
  reason: string;
  /** On one node: each holds its file in memory several times over. */
  atOnce: number;
  /** Against an hourly quota of each person. */
  counted: boolean;
};

/**
 * Uploads so large that reading them is expensive: rights are checked before a byte is read, and only so many are read at once
 * on a node.
 */
export const largeUploads: Record<string, LargeUpload> = {
  "studies.import": { may: mayKeepStudies, reason: "notStudyKeeper", atOnce: 1, counted: true },
  // Before a meeting several hand in theirs within the hour; how many a meeting takes is bounded.
  "briefings.papers.add": { may: mayUploadPapers, reason: "onlyDrafters", atOnce: 3, counted: false },
};
