/**
 * Who may import whom: `app → components → lib/api → lib/<noun> → lib/platform`, and among the nouns toward the earlier.
 * A file of a noun is named by a word, which further names may follow: `read.ts`, `read.as-of.ts`.
 */

const { readdirSync } = require("node:fs");

const named = [
  ["network"],
  ["accounts"],
  ["organizations"],
  ["mandates"],
  ["offices"],
  ["report", "library"],
  ["propositions"],
  ["proposals"],
  ["positions"],
  ["codes"],
  ["talking-points"],
  ["messages"],
  ["commitments"],
  ["briefings"],
  ["agreement"],
  ["studies"],
  ["workshops", "kits", "board"],
];
/** These compose what the others offer; nothing imports them. */
const composing = ["board-pack", "notifications", "home", "search"];
const noNouns = ["activity", "api", "math", "platform", "tasks", "uploads", "viewer"];

/** A folder that nobody has ranked yet would be under no rule at all: it comes after every other noun. */
const unranked = readdirSync(`${__dirname}/lib`).filter(
  (folder) => ![...named.flat(), ...composing, ...noNouns].includes(folder),
);

/** Earlier ranks know nothing of later ones, nor do those of one rank of each other. */
const ranks = [...named, ...(unranked.length > 0 ? [unranked] : []), composing];
const tests = "\\.test\\.tsx?$";
const folders = (list) => `^lib/(${list.flat().join("|")})/`;
const wordsOf = (...list) => `/(${list.join("|")})\\.[a-z0-9.-]*ts$`;

const towardEarlier = ranks.flatMap((rank, at) =>
  rank
    .map((noun) => ({ noun, later: [...ranks.slice(at + 1).flat(), ...rank.filter((it) => it !== noun)] }))
    .filter(({ later }) => later.length > 0)
    .map(({ noun, later }) => ({
      name: `${noun}-knows-only-earlier-nouns`,
      severity: "error",
      from: { path: folders([noun]), pathNot: tests },
      to: { path: folders(later) },
    })),
);

module.exports = {
  forbidden: [
    {
      name: "no-circles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "platform-knows-no-noun",
      comment: "nor who is asking: what is in the platform could serve another product",
      severity: "error",
      from: { path: "^lib/platform/", pathNot: tests },
      to: { path: "^(lib/(?!platform/)|components/|app/)" },
    },
    {
      name: "texts-are-compared-by-one-rule",
      comment: "a page, a PDF and an HTML file would otherwise mark the same change differently",
      severity: "error",
      from: { path: "^(app|components|lib|bin|prisma)/", pathNot: "^lib/platform/text/" },
      to: { path: "node_modules/diff/" },
    },
    {
      name: "mathematics-takes-numbers-and-gives-numbers",
      severity: "error",
      // What reads votes out of files asks the platform how files are read; the rest knows numbers alone.
      from: { path: "^lib/math/", pathNot: [tests, "^lib/math/(file/|polis/ballots\\.ts)"] },
      to: { path: "^(lib/(?!math/)|components/|app/)" },
    },
    {
      name: "votes-are-read-from-files-by-the-platforms-readers",
      severity: "error",
      from: { path: "^lib/math/(file/|polis/ballots\\.ts)", pathNot: tests },
      to: { path: "^(lib/(?!math/|platform/(files|text)/)|components/|app/)" },
    },
    {
      name: "uploads-know-files-and-no-noun",
      severity: "error",
      from: { path: "^lib/uploads/", pathNot: tests },
      to: { path: "^(lib/(?!platform/|math/|uploads/)|components/|app/)" },
    },
    {
      name: "files-from-outside-are-read-in-their-thread",
      comment: "by readUpload: a file can be made to keep its reader busy for minutes, and everybody else would wait",
      severity: "error",
      from: {
        path: "^(app|components|lib|bin|prisma)/",
        // What reads files, what writes archives, and an operator's own command line, which serves nobody else.
        pathNot: [tests, "^lib/uploads/", "^lib/platform/files/", "^lib/math/(file|polis)/", "^bin/cli/agreement/"],
      },
      to: {
        path: [
          "^lib/platform/files/(read-csv|xlsx-read|xlsx-sheet|xlsx-strings|xlsx-styles|xlsx-xml|zip)\\.ts",
          "^lib/math/file/(statements|votes|cells)\\.ts",
          "node_modules/saxes/",
        ],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "the-readers-of-uploads-are-loaded-by-their-thread",
      severity: "error",
      from: {
        path: "^(app|components|lib|bin|prisma)/",
        pathNot: [tests, "^lib/uploads/(kinds|read-table|to-fault|thread)"],
      },
      to: {
        path: "^lib/uploads/(kinds|read-table|to-fault|thread-work)\\.ts",
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "viewer-is-below-every-noun",
      severity: "error",
      from: { path: "^lib/viewer/", pathNot: tests },
      to: { path: "^(lib/(?!platform/|viewer/)|components/|app/)" },
    },
    {
      name: "activity-is-below-every-noun",
      severity: "error",
      from: { path: "^lib/activity/", pathNot: tests },
      to: { path: "^(lib/(?!platform/|viewer/|activity/)|components/|app/)" },
    },
    {
      name: "tasks-are-below-every-noun",
      comment: "what a task is; what waits is each noun's own: lib/<noun>/tasks.ts",
      severity: "error",
      from: { path: "^lib/tasks/", pathNot: tests },
      to: { path: "^(lib/(?!platform/|viewer/|tasks/)|components/|app/)" },
    },
    {
      name: "lib-knows-no-screen",
      severity: "error",
      from: { path: "^lib/", pathNot: tests },
      to: { path: "^(components|app)/" },
    },
    {
      name: "nouns-do-not-know-the-router",
      severity: "error",
      from: { path: folders(ranks), pathNot: tests },
      to: { path: "^lib/api/" },
    },
    {
      name: "a-noun-reaches-another-only-through-what-it-offers",
      comment: "never its write: consequences travel as activity and jobs",
      severity: "error",
      from: { path: folders(ranks), pathNot: tests },
      to: {
        path: folders(ranks),
        pathNot: ["^lib/$1/", wordsOf("schema", "rules", "policy", "read", "tasks", "record", "constants")],
      },
    },
    {
      name: "components-know-no-page",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^app/" },
    },
    {
      name: "ui-could-ship-elsewhere",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: "^(components/(?!ui/)|lib/(?!platform/(i18n|text|time)/|platform/http/query-params))" },
    },
    {
      name: "screens-speak-to-the-router-not-to-the-database",
      severity: "error",
      from: { path: "^(components|app)/", pathNot: ["^app/(api|\\.well-known)/", tests] },
      to: {
        path: [
          `^lib/.+${wordsOf("write", "read", "record", "activity", "jobs", "tasks")}`,
          "^lib/platform/(db/|generated/prisma/client)",
        ],
      },
    },
    {
      name: "rules-are-pure",
      severity: "error",
      from: { path: `^lib/[^/]+${wordsOf("rules")}`, pathNot: tests },
      to: {
        path: [
          "^lib/platform/(db/|session/(?!durations)|jobs/|mail/|env\\.ts|time/clock|generated/prisma/client)",
          "node_modules/(pg|@prisma)/",
          `^lib/.+${wordsOf("read", "write", "policy", "api", "activity", "jobs", "record", "tasks")}`,
        ],
      },
    },
    {
      name: "schemas-travel-anywhere",
      severity: "error",
      from: { path: `^lib/[^/]+${wordsOf("schema", "constants")}`, pathNot: tests },
      to: {
        path: [
          "^lib/platform/(db/|session/|jobs/|mail/|env\\.ts|generated/prisma/client)",
          "node_modules/(pg|@prisma)/",
          `^lib/.+${wordsOf("read", "write", "policy", "api", "activity", "jobs", "record", "tasks")}`,
        ],
      },
    },
    {
      name: "a-policy-reads-nothing",
      severity: "error",
      from: { path: `^lib/[^/]+${wordsOf("policy")}`, pathNot: tests },
      to: {
        path: ["^lib/platform/db/", `^lib/.+${wordsOf("read", "write", "api", "activity", "jobs", "record", "tasks")}`],
      },
    },
    {
      name: "the-product-knows-no-test",
      severity: "error",
      from: { path: "^(app|components|lib|bin|prisma)/", pathNot: [tests, "/fixtures\\.ts$"] },
      to: { path: "^(tests|e2e)/" },
    },
    {
      // Its seed is set in one file: a sample of one's own would fail here and pass there.
      name: "properties-have-one-seed",
      severity: "error",
      from: { pathNot: "^tests/support/fast-check\\.ts$" },
      to: { path: "fast-check", pathNot: "^tests/support/fast-check\\.ts$" },
    },
    ...towardEarlier,
  ],
  options: {
    // Not excluded: what is excluded cannot be forbidden either.
    doNotFollow: { path: "(node_modules|^lib/platform/generated/)" },
    exclude: { path: "(^|/)\\.next/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["react-server", "import", "require", "node", "default", "types"],
    },
  },
};
