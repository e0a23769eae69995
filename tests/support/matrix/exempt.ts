import { readFileSync } from "node:fs";
import { findParts } from "../nouns";

type Exempt = Partial<Record<"coveredElsewhere" | "unnoticedRules", Record<string, string>>>;

const exempt = (list: keyof Exempt): Record<string, string> =>
  Object.assign(
    {},
    ...findParts("exempt.json").map((file) => (JSON.parse(readFileSync(file, "utf8")) as Exempt)[list]),
  );

const same = "the same for everybody: canary.test.ts compares what each caller gets, before and after planting";
const byMail = "opened by what was mailed, whoever holds it: write.application.test.ts";
const byMailed = "opened by what was mailed, whoever holds it: attacks.email-change.test.ts";
const grid = "made of what agreement.get shows: canary.test.ts looks for planted words, for every caller";
const lists =
  "what positions.list and agreement.get show, counted: read.proposition.test.ts holds them equal, for every reader and day";
const byKey = "answered by a device: passkeys.beginAdding has rows, passkeys.spec.ts signs with one";
const demonstration =
  "absent outside the demonstration for everybody: anonymous-access.test.ts and the demonstration’s own tests";

/** Endpoints without rows in the matrix, and the test that covers each instead. */
export const coveredElsewhere: Record<string, string> = {
  ...exempt("coveredElsewhere"),
  "agreement.export": grid,
  "agreement.differences": grid,
  "agreement.exportDifferences": grid,
  "agreement.map": grid,
  "agreement.exportMap": grid,
  "agreement.days": grid,
  "agreement.changes": grid,
  "agreement.ladder": grid,
  "agreement.letters": grid,
  "agreement.exportLists": grid,
  "agreement.exportLadder": grid,
  "agreement.polis": grid,
  "agreement.proposition": lists,
  "agreement.silent": lists,
  "convening.get": "open to everybody, names for the network alone: canary.test.ts plants them",
  "emailChange.open": byMailed,
  "emailChange.confirm": byMailed,
  "emailChange.refuse": byMailed,
  "library.list": same,
  "library.export": same,
  "library.glossary": same,
  "library.exportGlossary": same,
  "organizations.apply": "open to everybody, with one answer: write.application.test.ts",
  "organizations.pending": byMail,
  "organizations.confirm": byMail,
  "organizations.invitations.read": "opened by what was mailed: attacks.invitations.test.ts",
  "organizations.invitations.accept": "opened by what was mailed: attacks.invitations.test.ts",
  "passkeys.add": byKey,
  "passkeys.beginProof": byKey,
  "passkeys.prove": byKey,
  "people.requestLink": "open to everybody, with one answer: sign-in-routes.test.ts",
  "people.listDemonstration": demonstration,
  "people.listOutbox": demonstration,
  "positions.summary":
    "what positions.list shows, counted: read.summary.test.ts holds them equal, for every reader and day",
  "providers.findWay": "open to everybody, by domain alone: write.providers.test.ts",
  "report.recommendations": same,
  "report.exportRecommendations": same,
  "report.timeline": same,
  "report.exportTimeline": same,
  "report.errata": same,
  "report.exportErrata": same,
  "report.actors": same,
  "report.exportActors": same,
  "search.find": "finds what other endpoints show: canary.test.ts looks for planted words, for every caller",
  "themes.list": same,
  "themes.propositions": same,
  "themes.proposition": same,
  "themes.surroundings": same,
  "themes.dilemmas": same,
  "themes.exportDilemmas": same,
};

/** Policy rules whose removal no row can notice, and why. */
export const unnoticedRules: Record<string, string> = {
  ...exempt("unnoticedRules"),
  "agreement/policy isConcealedFrom": "said to the database by readConcealed; policy.test.ts holds the two together",
  "organizations/policy mayRead": "said to the database by readableBy; policy.test.ts holds the two together",
  "mandates/policy mandatesReadableBy":
    "a second lock: whose organization it is was asked before; policy.people.test.ts holds it alone",
  "organizations/policy.people mayReadPerson": "said to the database by peopleReadableBy; policy.people.test.ts",
  "positions/policy mayRead": "said to the database by readableBy; policy.test.ts holds the two together",
  "positions/policy mayReadRevision": "said to the database by revisionsReadableBy; policy.test.ts",
  "proposals/policy mayRead": "said to the database by readableBy; write.proposals.test.ts",
};
