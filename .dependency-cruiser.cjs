/** Who may import whom. `app → components → lib/api → lib/<noun> → lib/platform`, and among the nouns toward the earlier. */
const nouns = [
  ["people"],
  ["organizations"],
  ["administration"],
  ["report", "library"],
  ["themes"],
  ["positions"],
  ["talking-points"],
  ["messages"],
  ["commitments"],
  ["briefings"],
  ["agreement"],
  ["studies"],
  ["notifications", "home", "search"],
];
const rooms = (list) => `^lib/(${list.flat().join("|")})/`;

const towardEarlier = nouns.slice(0, -1).flatMap((rank, i) =>
  rank.map((noun) => ({
    name: `${noun}-knows-only-earlier-nouns`,
    severity: "error",
    from: { path: `^lib/${noun}/`, pathNot: "\\.test\\.tsx?$" },
    to: { path: rooms([...nouns.slice(i + 1), rank.filter((it) => it !== noun)]) },
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
      severity: "error",
      from: { path: "^lib/platform/" },
      to: { path: "^(lib/(?!platform/)|components/|app/)" },
    },
    {
      name: "activity-knows-the-platform-alone",
      severity: "error",
      from: { path: "^lib/activity/", pathNot: "\\.test\\.ts$" },
      to: { path: "^(lib/(?!platform/|activity/)|components/|app/)" },
    },
    {
      name: "lib-knows-no-screen",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(components|app)/" },
    },
    {
      name: "nouns-do-not-know-the-router",
      severity: "error",
      from: { path: rooms(nouns), pathNot: "\\.test\\.ts$" },
      to: { path: "^lib/api/" },
    },
    {
      name: "a-noun-reaches-another-only-through-schema-policy-read-or-record",
      severity: "error",
      from: { path: "^lib/([^/]+)/", pathNot: "(\\.test\\.ts$|^lib/api/)" },
      to: { path: rooms(nouns), pathNot: ["^lib/$1/", "/(schema|policy|read|record)\\.ts$", "^lib/agreement/math/"] },
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
      to: { path: "^(components/(?!ui/)|lib/(?!platform/i18n/))" },
    },
    {
      name: "screens-speak-to-the-router-not-to-the-database",
      severity: "error",
      from: { path: "^(components|app)/", pathNot: "^app/(api|\\.well-known)/" },
      to: { path: "^lib/.*/(write|read|record|jobs)\\.ts$|^lib/platform/(db|generated/prisma/client)" },
    },
    {
      name: "rules-are-pure",
      severity: "error",
      from: { path: "^lib/[^/]+/rules\\.ts$" },
      to: { path: "^(lib/platform/(db|clock|env|session)|node_modules/(pg|@prisma))|/(read|write|policy|api)\\.ts$" },
    },
    ...towardEarlier,
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "(^lib/platform/generated|\\.next)" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["react-server", "import", "require", "node", "default", "types"],
    },
  },
};
