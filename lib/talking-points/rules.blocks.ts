import { type Block, pickText } from "@/lib/platform/documents/blocks";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Translator } from "@/lib/platform/i18n/translator";
import { formatDay } from "@/lib/platform/time/format-day";
import { clausesOf, marksOf, partsOf } from "./rules.handout";
import { sourceLineIn } from "./rules.print";
import type { Handout, Remark } from "./schema.handout";

type Context = { t: Translator; handout: Handout };
type Pair = { en: string | null; fr: string | null };

const foreign = (lang: Locale, { language }: Handout) => (lang === language ? {} : { lang });

/** A text in the language of the paper, else in the other one, marked as such. */
function toText(kind: Block["kind"], pair: Pair | null, { handout }: Context): Block[] {
  const picked = pickText(pair, handout.language);
  return picked ? [{ kind, text: picked.text, ...foreign(picked.lang, handout) }] : [];
}

/** One version as speaking notes: for whom one speaks, what to say, ask, prove, answer, and never to say. */
export const listNotes = (context: Context): Block[] => [
  ...listHead(context, context.t("talkingPoints.handout.notes")),
  ...partsOf(context.handout).flatMap(({ kind, clauses }) => [
    { kind: "head" as const, text: context.t(`talkingPoints.handout.part.${kind}`) },
    ...clauses.flatMap((clause) => listClause(clause, context)),
  ]),
  ...listWhole(context),
];

/** The same version in the order of its clauses. */
export const listWording = (context: Context): Block[] => [
  ...listHead(context, context.t("talkingPoints.handout.text")),
  ...context.handout.clauses.flatMap((clause) => [
    {
      kind: "head" as const,
      text: context.t("talkingPoints.handout.clause", {
        number: clause.number,
        kind: context.t(`talkingPoints.clauseKind.${clause.kind}`),
      }),
    },
    ...listClause(clause, context),
  ]),
  ...listWhole(context),
];

function listHead(context: Context, what: string): Block[] {
  const { t, handout } = context;
  const { language, number, digest, postedOn, behind, partly, caution, audience } = handout;
  const names = (list: Handout["behind"]) => list.map(({ name }) => name[language]).join(", ");
  const to = t(`talkingPoints.audience.${audience}`);
  const title = toText("title", handout.title, context);
  return [
    { kind: "eyebrow", text: t("talkingPoints.handout.eyebrow", { what, audience: to }) },
    ...(title.length > 0 ? title : [{ kind: "title" as const, text: t("talkingPoints.list.untitled") }]),
    {
      kind: "small",
      text: t("talkingPoints.handout.version", {
        number,
        day: formatDay(postedOn, language),
        digest: digest.slice(0, 16),
      }),
    },
    ...listMarks(context),
    ...toText("quote", caution, context),
    ...toText("quote", handout.reason, context),
    { kind: "text", text: `${t("talkingPoints.handout.speaksFor", { count: behind.length })} ${names(behind)}`.trim() },
    ...partly.map(
      (it): Block => ({
        kind: "text",
        text: t("talkingPoints.handout.partly", {
          organization: it.organization.name[language],
          count: it.clauses.length,
          clauses: it.clauses.join(", "),
        }),
      }),
    ),
    ...(audience === "members" ? [{ kind: "small" as const, text: t("talkingPoints.handout.inside") }] : []),
  ];
}

const listMarks = ({ t, handout }: Context): Block[] =>
  marksOf(handout).map((mark) => ({
    kind: "text",
    strong: true,
    text: t(`talkingPoints.handout.mark.${mark}`, {
      day: formatDay(handout.reviewBy, handout.language),
      number: handout.number,
      current: handout.current,
      usable: handout.usableVersion ?? 0,
    }),
  }));

type HandoutClause = Handout["clauses"][number];

function listClause(clause: HandoutClause, context: Context): Block[] {
  const { t, handout } = context;
  const { language, remarks } = handout;
  const words = clause.text[language];
  const question = clause.question?.[language];
  const missing = t("talkingPoints.text.missing", { language });
  const disputed = clause.parity.state !== "equal" && clause.text.en && clause.text.fr;
  return [
    ...(question ? [{ kind: "text" as const, strong: true, text: question }] : []),
    words ? { kind: "wording", text: words } : { kind: "small", text: missing },
    ...(clause.source
      ? [
          {
            kind: "small" as const,
            text: t("talkingPoints.notes.source", { source: sourceLineIn(clause.source, language) }),
          },
        ]
      : []),
    ...(clause.of
      ? [{ kind: "small" as const, text: t("talkingPoints.text.addressee", { office: clause.of.title[language] }) }]
      : []),
    ...(disputed
      ? [{ kind: "small" as const, text: t(`talkingPoints.parity.${clause.parity.state as "pending" | "disputed"}`) }]
      : []),
    ...remarks.filter((it) => clausesOf(it)[0] === clause.number).flatMap((it) => listRemark(it, context)),
  ];
}

/** Remarks on no clause of their own: they are about all of it, and leave with it. */
function listWhole(context: Context): Block[] {
  const whole = context.handout.remarks.filter((it) => clausesOf(it).length === 0);
  if (whole.length === 0) return [];
  return [
    { kind: "head", text: context.t("talkingPoints.notes.whole") },
    ...whole.flatMap((it) => listRemark(it, context)),
  ];
}

function listRemark(remark: Remark, context: Context): Block[] {
  const { t, handout } = context;
  const { language } = handout;
  const { kind, organization, clauses, anchor, text, lift, joinedBy } = remark;
  const by = organization?.name[language] ?? t("talkingPoints.handout.oneOrganization");
  const about =
    clauses.length > 0
      ? t("talkingPoints.handout.onClauses", { count: clauses.length, clauses: clauses.join(", ") })
      : "";
  const words = anchor && pickText(anchor.text, language);
  return [
    {
      kind: "text",
      strong: true,
      text: `${t(`talkingPoints.handout.${kind}`, { organization: by })} ${about}`.trim(),
    },
    ...(words
      ? [
          {
            kind: "small" as const,
            text: t("talkingPoints.handout.about", { words: words.text }),
            ...foreign(words.lang, handout),
          },
        ]
      : []),
    ...toText("quote", text, context),
    ...(lift
      ? [{ kind: "small" as const, text: t("talkingPoints.notes.lift") }, ...toText("quote", lift, context)]
      : []),
    ...(joinedBy.length > 0
      ? [
          {
            kind: "small" as const,
            text: t("talkingPoints.notes.joinedBy", { names: joinedBy.map(({ name }) => name[language]).join(", ") }),
          },
        ]
      : []),
  ];
}
