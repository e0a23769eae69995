import { type Block, type BlockText, pickText } from "@/lib/platform/documents/blocks";
import type { Locale } from "@/lib/platform/i18n/routing";
import { nestQuotes } from "@/lib/platform/text/nested-quotes";
import { formatDay } from "@/lib/platform/time/format-day";
import { responses } from "../talking-points/constants";
import { sourceLineIn } from "../talking-points/rules.print";
import type { BlockContext } from "./rules.blocks";
import type { PackPoint } from "./schema";

const foreign = (lang: Locale, language: Locale) => (lang === language ? {} : { lang });

/** A text that waits for an answer: its words, what changed since they were answered, and who else answered what. */
export function listPointBlocks(decision: PackPoint, context: BlockContext): Block[] {
  return [...listText(decision, context), ...listChanges(decision, context), ...listOthers(decision, context)];
}

function toBlock(kind: Block["kind"], text: BlockText | null, language: Locale): Block[] {
  const picked = pickText(text, language);
  return picked ? [{ kind, text: picked.text, ...foreign(picked.lang, language) }] : [];
}

export const titleOfPoint = ({ point }: PackPoint, { t, language }: Pick<BlockContext, "t" | "language">) =>
  pickText(point.title, language)?.text ?? t("talkingPoints.list.untitled");

function listText(decision: PackPoint, context: BlockContext): Block[] {
  const { kind, point, number, digest, clauses, own, deadline } = decision;
  const { t, language, at, total, origin } = context;
  const other = language === "en" ? "fr" : "en";
  const href = `/${language}/talking-points/${point.slug}`;
  return [
    { kind: "eyebrow", text: t("boardPack.pointHeading", { at: at + 1, total, number, digest: digest.slice(0, 16) }) },
    { kind: "title", text: titleOfPoint(decision, context) },
    ...clauses.flatMap((clause): Block[] => [
      { kind: "small", text: `${clause.number}. ${t(`talkingPoints.clauseKind.${clause.kind}`)}` },
      ...toBlock("text", clause.question, language),
      ...toBlock("wording", clause.text, language),
      ...(clause.text[language] && clause.text[other]
        ? [{ kind: "otherWording" as const, text: clause.text[other], lang: other as Locale }]
        : []),
      ...(clause.source
        ? [
            {
              kind: "small" as const,
              text: t("talkingPoints.notes.source", { source: sourceLineIn(clause.source, language) }),
            },
          ]
        : []),
      ...(clause.of
        ? [
            {
              kind: "small" as const,
              text: t("talkingPoints.text.addressee", { office: pickText(clause.of, language)?.text ?? "" }),
            },
          ]
        : []),
    ]),
    { kind: "head", text: t("boardPack.ask") },
    { kind: "text", strong: true, text: t(`boardPack.pointKind.${kind}`) },
    { kind: "text", text: t("boardPack.by", { day: formatDay(deadline, language) }) },
    ...(own
      ? [
          {
            kind: "text" as const,
            text: t("boardPack.ownAnswer", {
              answer: t(`talkingPoints.answer.given.${own.response}`),
              version: own.version,
            }),
          },
          ...toBlock("quote", own.reservation ?? own.reason, language),
        ]
      : []),
    { kind: "link", text: t("boardPack.open", { address: origin + href }), href },
  ];
}

function listChanges({ before, clauses }: PackPoint, { t, language }: BlockContext): Block[] {
  const head: Block = { kind: "head", text: t("boardPack.changedWording") };
  if (!before) return [];
  const marks = { added: t("boardPack.added"), removed: t("boardPack.removed"), typography: t("ui.typographyOnly") };
  const earlier = new Map(before.map((it) => [it.key, it.text[language] ?? ""]));
  const later = new Set(clauses.map(({ key }) => key));
  const pairs = [
    ...clauses.map(({ key, number, text }) => ({
      title: t("talkingPoints.compare.clause", { number }),
      ...{ before: earlier.get(key) ?? "", after: text[language] ?? "" },
    })),
    ...before
      .filter(({ key }) => !later.has(key))
      .map((it) => ({ title: t("boardPack.clauseGone"), before: it.text[language] ?? "", after: "" })),
  ].filter((it) => it.before !== it.after);
  if (pairs.length === 0) return [head, { kind: "text", text: t("boardPack.sameWording") }];
  return [
    head,
    ...pairs.flatMap((it): Block[] => [
      { kind: "small", text: it.title },
      { kind: "diff", text: it.after, before: it.before, marks },
    ]),
  ];
}

/** By answer, in the order in which answers are always read; each reservation and reason with its name. */
function listOthers({ others }: PackPoint, { t, language }: BlockContext): Block[] {
  const head: Block = { kind: "head", text: t("boardPack.pointOthers") };
  if (others.length === 0) return [head, { kind: "text", text: t("boardPack.nobodyAnswered") }];
  const nameOf = ({ organization, clauses }: PackPoint["others"][number]) =>
    clauses.length === 0
      ? organization.short[language]
      : t("talkingPoints.handout.partly", {
          ...{ organization: organization.short[language], count: clauses.length, clauses: clauses.join(", ") },
        });
  const listed = responses
    .map((response) => ({ response, given: others.filter((it) => it.response === response) }))
    .filter(({ given }) => given.length > 0)
    .flatMap(({ response, given }): Block[] => [
      {
        kind: "text",
        text: t("boardPack.group", { stance: t(`stances.answer.${response}`), names: given.map(nameOf).join("; ") }),
      },
      ...given.flatMap(({ organization, reservation, reason, joinedBy }): Block[] => {
        const picked = pickText(reservation ?? reason, language);
        if (!picked) return [];
        const text = t("boardPack.reserved", {
          organization: organization.short[language],
          text: nestQuotes(picked.text, language),
        });
        const names = joinedBy.map(({ short }) => short[language]).join(", ");
        return [
          { kind: "quote", text, ...foreign(picked.lang, language) },
          ...(names ? [{ kind: "small" as const, text: t("talkingPoints.notes.joinedBy", { names }) }] : []),
        ];
      }),
    ]);
  return [head, ...listed];
}
