import { type Block, type BlockText, pickText } from "@/lib/platform/documents/blocks";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Translator } from "@/lib/platform/i18n/translator";
import { nestQuotes } from "@/lib/platform/text/nested-quotes";
import { formatDay } from "@/lib/platform/time/format-day";
import { type Stance, stances } from "../positions/schema";
import type { Decision } from "./schema";

export type BlockContext = { t: Translator; language: Locale; at: number; total: number; origin: string };

const pathOf = ({ code }: Decision, language: Locale) => `/${language}/decisions/${code}`;

export function listBlocks(decision: Decision, context: BlockContext): Block[] {
  return [...listRequest(decision, context), ...listChanges(decision, context), ...listOthers(decision, context)];
}

function listRequest(decision: Decision, { t, language, at, total, origin }: BlockContext): Block[] {
  const { kind, proposition, draft, standing, deadline } = decision;
  const other = language === "en" ? "fr" : "en";
  const requested = draft ?? standing;
  return [
    {
      kind: "eyebrow",
      text: t("boardPack.heading", { at: at + 1, total, number: proposition.number, version: proposition.version }),
    },
    { kind: "title", text: proposition.title[language] },
    { kind: "wording", text: proposition.statement[language] },
    { kind: "otherWording", text: proposition.statement[other], lang: other },
    { kind: "head", text: t("boardPack.ask") },
    { kind: "text", strong: true, text: t(`boardPack.kind.${kind}`) },
    { kind: "text", text: t("boardPack.by", { day: formatDay(deadline, language) }) },
    ...(draft ? [submittedBlock(draft, t, language)] : []),
    ...(requested ? listPosition(requested, { t, language }, draft ? "boardPack.draft" : "boardPack.stands") : []),
    {
      kind: "link",
      text: t("boardPack.open", { address: origin + pathOf(decision, language) }),
      href: pathOf(decision, language),
    },
    { kind: "small", text: t("boardPack.code") },
  ];
}

const submittedBlock = (
  { submittedBy, submittedOn }: NonNullable<Decision["draft"]>,
  t: Translator,
  language: Locale,
): Block => ({
  kind: "small",
  text: t("boardPack.submitted", {
    known: submittedBy ? "yes" : "no",
    person: submittedBy ?? "",
    day: formatDay(submittedOn, language),
  }),
});

type Names = Decision["others"][number]["joinedBy"];
type QuotedPosition = {
  stance: Stance;
  rationale: BlockText;
  reservation: BlockText | null;
  joinedBy?: Names;
  explanation?: BlockText | null;
};

/** Who shares a reservation stands with it. */
const joinedBlock = (names: Names | undefined, { t, language }: Pick<BlockContext, "t" | "language">): Block[] =>
  names && names.length > 0
    ? [
        {
          kind: "small",
          text: `${t("positions.annotations.joinedNow", { count: names.length })} ${names.map(({ short }) => short[language]).join(", ")}`,
        },
      ]
    : [];

function listPosition(
  quoted: QuotedPosition,
  { t, language }: Pick<BlockContext, "t" | "language">,
  key: "boardPack.draft" | "boardPack.stands",
): Block[] {
  const [rationale, reservation] = [pickText(quoted.rationale, language), pickText(quoted.reservation, language)];
  const explanation = pickText(quoted.explanation ?? null, language);
  const foreign = (lang: Locale) => (lang === language ? {} : { lang });
  return [
    { kind: "text", text: t(key, { stance: t(`stances.name.${quoted.stance}`) }) },
    ...(reservation
      ? [
          {
            kind: "quote" as const,
            text: t("boardPack.quoted", { text: nestQuotes(reservation.text, language) }),
            ...foreign(reservation.lang),
          },
        ]
      : []),
    ...joinedBlock(quoted.joinedBy, { t, language }),
    ...(rationale ? [{ kind: "text" as const, text: rationale.text, ...foreign(rationale.lang) }] : []),
    ...(explanation
      ? [
          { kind: "small" as const, text: t("positions.annotations.explanation") },
          { kind: "text" as const, text: explanation.text, ...foreign(explanation.lang) },
        ]
      : []),
  ];
}

function listChanges({ draft, standing, proposition }: Decision, { t, language }: BlockContext): Block[] {
  const head: Block = { kind: "head", text: t("boardPack.changed") };
  if (!standing) return [head, { kind: "text", text: t("boardPack.first") }];
  const { authority } = standing;
  const under: Block = {
    kind: "small",
    text: t("boardPack.since", {
      day: formatDay(standing.since, language),
      stance: t(`stances.name.${standing.stance}`),
      authority: authority ? `${authority.authorizedBy}, ${authority.instrument}` : "",
    }),
  };
  const marks = {
    added: t("boardPack.added"),
    removed: t("boardPack.removed"),
    typography: t("ui.typographyOnly"),
  };
  const pairs: [string, string | undefined, string | undefined][] = [
    [t("boardPack.sentence"), standing.wording.statement[language], proposition.statement[language]],
  ];
  if (draft) {
    const textOf = (text: BlockText | null) => pickText(text, language)?.text;
    pairs.push([t("boardPack.reservation"), textOf(standing.reservation), textOf(draft.reservation)]);
    pairs.push([t("boardPack.reasons"), textOf(standing.rationale), textOf(draft.rationale)]);
  }
  const diffs = pairs
    .filter(([, before = "", after = ""]) => before !== after)
    .flatMap(([title, before = "", after = ""]): Block[] => [
      { kind: "small", text: title },
      { kind: "diff", text: after, before, marks },
    ]);
  const turned = draft && draft.stance !== standing.stance;
  const stance: Block[] = turned
    ? [
        {
          kind: "text",
          text: t("boardPack.turned", {
            before: t(`stances.name.${standing.stance}`),
            after: t(`stances.name.${draft.stance}`),
          }),
        },
      ]
    : [];
  const nothing: Block[] = diffs.length + stance.length === 0 ? [{ kind: "text", text: t("boardPack.unchanged") }] : [];
  return [head, under, ...stance, ...diffs, ...nothing];
}

type Others = Decision["others"];

/** By stance, in the fixed order; it is not a ranking. */
const groupOthers = (others: Others) =>
  stances
    .map((stance) => ({ stance, positions: others.filter((it) => it.stance === stance) }))
    .filter(({ positions }) => positions.length > 0);

/** Reservations travel: each stands with the name it belongs to. */
function listOthers({ others }: Decision, { t, language }: BlockContext): Block[] {
  const head: Block = { kind: "head", text: t("boardPack.others") };
  const seen: Block = { kind: "small", text: t("boardPack.asSeen") };
  if (others.length === 0) return [head, { kind: "text", text: t("boardPack.nobody") }, seen];
  const listed = groupOthers(others).flatMap(({ stance, positions }): Block[] => [
    {
      kind: "text",
      text: t("boardPack.group", {
        stance: t(`stances.name.${stance}`),
        names: positions.map(({ organization }) => organization.short[language]).join(", "),
      }),
    },
    ...positions.flatMap(({ organization, reservation, joinedBy }): Block[] => {
      const picked = pickText(reservation, language);
      if (!picked) return [];
      const text = t("boardPack.reserved", {
        organization: organization.short[language],
        text: nestQuotes(picked.text, language),
      });
      const quoted: Block = { kind: "quote", text, ...(picked.lang === language ? {} : { lang: picked.lang }) };
      return [quoted, ...joinedBlock(joinedBy, { t, language })];
    }),
  ]);
  return [head, ...listed, seen];
}
