import type { Locale } from "@/lib/platform/i18n/routing";
import type { Translator } from "@/lib/platform/i18n/translator";
import { formatDay } from "@/lib/platform/time/format-day";
import { type Stance, stances } from "../positions/schema";
import type { Decision } from "./schema";

/** A paragraph of a decision's page, in reading order, whatever it is set on. */
export type Block = {
  as: "over" | "title" | "words" | "otherWords" | "head" | "text" | "small" | "quote" | "diff" | "link";
  text: string;
  /** For a difference: the text before, and the words that name what goes and what comes. */
  before?: string;
  marks?: { added: string; removed: string };
  lang?: Locale;
  strong?: boolean;
  href?: string;
};

type BlockContext = { t: Translator; language: Locale; at: number; total: number; origin: string };
type BilingualText = { en: string | null; fr: string | null };

/** In the reader's language where there is a text in it; else in the other, which then says so. */
function pickText(words: BilingualText | null, language: Locale): { text: string; lang: Locale } | null {
  const other = language === "en" ? "fr" : "en";
  const own = words?.[language];
  if (own) return { text: own, lang: language };
  const theirs = words?.[other];
  return theirs ? { text: theirs, lang: other } : null;
}

export const pathOf = ({ code }: Decision, language: Locale) => `/${language}/decisions/${code}`;

export function listBlocks(decision: Decision, told: BlockContext): Block[] {
  return [...listRequest(decision, told), ...listChanges(decision, told), ...listOthers(decision, told)];
}

function listRequest(decision: Decision, { t, language, at, total, origin }: BlockContext): Block[] {
  const { kind, proposition, draft, standing, deadline } = decision;
  const other = language === "en" ? "fr" : "en";
  const asked = draft ?? standing;
  return [
    {
      as: "over",
      text: t("boardPack.heading", { at: at + 1, total, number: proposition.number, version: proposition.version }),
    },
    { as: "title", text: proposition.title[language] },
    { as: "words", text: proposition.statement[language] },
    { as: "otherWords", text: proposition.statement[other], lang: other },
    { as: "head", text: t("boardPack.ask") },
    { as: "text", strong: true, text: t(`boardPack.kind.${kind}`) },
    { as: "text", text: t("boardPack.by", { day: formatDay(deadline, language) }) },
    ...(draft ? [submittedBlock(draft, t, language)] : []),
    ...(asked ? listPosition(asked, { t, language }, draft ? "boardPack.draft" : "boardPack.stands") : []),
    {
      as: "link",
      text: t("boardPack.open", { address: origin + pathOf(decision, language) }),
      href: pathOf(decision, language),
    },
    { as: "small", text: t("boardPack.code") },
  ];
}

const submittedBlock = (
  { submittedBy, submittedOn }: NonNullable<Decision["draft"]>,
  t: Translator,
  language: Locale,
): Block => ({
  as: "small",
  text: t("boardPack.submitted", {
    known: submittedBy ? "yes" : "no",
    person: submittedBy ?? "",
    day: formatDay(submittedOn, language),
  }),
});

type Names = Decision["others"][number]["joinedBy"];
type QuotedPosition = {
  stance: Stance;
  rationale: BilingualText;
  reservation: BilingualText | null;
  joinedBy?: Names;
  explanation?: BilingualText | null;
};

/** Who shares a reservation stands with it. */
const joinedBlock = (names: Names | undefined, { t, language }: Pick<BlockContext, "t" | "language">): Block[] =>
  names && names.length > 0
    ? [
        {
          as: "small",
          text: `${t("positions.annotations.joinedNow", { count: names.length })} ${names.map(({ short }) => short[language]).join(", ")}`,
        },
      ]
    : [];

function listPosition(
  said: QuotedPosition,
  { t, language }: Pick<BlockContext, "t" | "language">,
  key: "boardPack.draft" | "boardPack.stands",
): Block[] {
  const [rationale, reservation] = [pickText(said.rationale, language), pickText(said.reservation, language)];
  const explanation = pickText(said.explanation ?? null, language);
  const foreign = (lang: Locale) => (lang === language ? {} : { lang });
  return [
    { as: "text", text: t(key, { stance: t(`stances.name.${said.stance}`) }) },
    ...(reservation
      ? [{ as: "quote" as const, text: t("boardPack.quoted", reservation), ...foreign(reservation.lang) }]
      : []),
    ...joinedBlock(said.joinedBy, { t, language }),
    ...(rationale ? [{ as: "text" as const, text: rationale.text, ...foreign(rationale.lang) }] : []),
    ...(explanation
      ? [
          { as: "small" as const, text: t("positions.annotations.explanation") },
          { as: "text" as const, text: explanation.text, ...foreign(explanation.lang) },
        ]
      : []),
  ];
}

function listChanges({ draft, standing, proposition }: Decision, { t, language }: BlockContext): Block[] {
  const head: Block = { as: "head", text: t("boardPack.changed") };
  if (!standing) return [head, { as: "text", text: t("boardPack.first") }];
  const { authority } = standing;
  const under: Block = {
    as: "small",
    text: t("boardPack.since", {
      day: formatDay(standing.since, language),
      stance: t(`stances.name.${standing.stance}`),
      authority: authority ? `${authority.authorizedBy}, ${authority.instrument}` : "",
    }),
  };
  const marks = { added: t("boardPack.added"), removed: t("boardPack.removed") };
  const pairs: [string, string | undefined, string | undefined][] = [
    [t("boardPack.sentence"), standing.wording.statement[language], proposition.statement[language]],
  ];
  if (draft) {
    const text = (words: BilingualText | null) => pickText(words, language)?.text;
    pairs.push([t("boardPack.reservation"), text(standing.reservation), text(draft.reservation)]);
    pairs.push([t("boardPack.reasons"), text(standing.rationale), text(draft.rationale)]);
  }
  const diffs = pairs
    .filter(([, before = "", after = ""]) => before !== after)
    .flatMap(([title, before = "", after = ""]): Block[] => [
      { as: "small", text: title },
      { as: "diff", text: after, before, marks },
    ]);
  const turned = draft && draft.stance !== standing.stance;
  const stance: Block[] = turned
    ? [
        {
          as: "text",
          text: t("boardPack.turned", {
            before: t(`stances.name.${standing.stance}`),
            after: t(`stances.name.${draft.stance}`),
          }),
        },
      ]
    : [];
  const nothing: Block[] = diffs.length + stance.length === 0 ? [{ as: "text", text: t("boardPack.unchanged") }] : [];
  return [head, under, ...stance, ...diffs, ...nothing];
}

type Others = Decision["others"];

/** By stance, in the fixed order; it is not a ranking. */
export const groupOthers = (others: Others) =>
  stances
    .map((stance) => ({ stance, said: others.filter((it) => it.stance === stance) }))
    .filter(({ said }) => said.length > 0);

/** Reservations travel: each stands with the name it belongs to. */
function listOthers({ others }: Decision, { t, language }: BlockContext): Block[] {
  const head: Block = { as: "head", text: t("boardPack.others") };
  const seen: Block = { as: "small", text: t("boardPack.asSeen") };
  if (others.length === 0) return [head, { as: "text", text: t("boardPack.nobody") }, seen];
  const listed = groupOthers(others).flatMap(({ stance, said }): Block[] => [
    {
      as: "text",
      text: t("boardPack.group", {
        stance: t(`stances.name.${stance}`),
        names: said.map(({ organization }) => organization.short[language]).join(", "),
      }),
    },
    ...said.flatMap(({ organization, reservation, joinedBy }): Block[] => {
      const words = pickText(reservation, language);
      if (!words) return [];
      const text = t("boardPack.reserved", { organization: organization.short[language], text: words.text });
      const quoted: Block = { as: "quote", text, ...(words.lang === language ? {} : { lang: words.lang }) };
      return [quoted, ...joinedBlock(joinedBy, { t, language })];
    }),
  ]);
  return [head, ...listed, seen];
}
