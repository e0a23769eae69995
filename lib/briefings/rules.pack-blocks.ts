import { type Block, type BlockText, pickText } from "@/lib/platform/documents/blocks";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Translator } from "@/lib/platform/i18n/translator";
import { formatDay } from "@/lib/platform/time/format-day";
import { formatHour } from "@/lib/platform/time/format-hour";
import type { AttributionRule } from "./constants";
import { writtenUnder } from "./rules.attribution";
import { listPackPoints, listPackPropositions } from "./rules.pack-stances";
import type { Pack, PackItem, PackUpdate } from "./schema.pack";

export type PackContext = { t: Translator; pack: Pack };

/** A text in the language of the pack, else in the other one, marked as such. */
export function toBlock(
  kind: Block["kind"],
  text: BlockText | null,
  language: Locale,
  more: Partial<Block> = {},
): Block[] {
  const picked = pickText(text, language);
  if (!picked) return [];
  return [{ kind, text: picked.text, ...(picked.lang === language ? {} : { lang: picked.lang }), ...more }];
}

/** What the clock of the meeting shows, on whichever day. */
const hourOf = (wall: string, { language, hours }: Pack) => formatHour(wall.slice(11, 16), language, hours);

/** What a page, a print and a file of the pack say, block by block: one list for all of them. */
export const listPack = (context: PackContext): Block[] => [
  ...listHead(context),
  ...listAgenda(context),
  ...listPapers(context),
  ...listUpdates(context),
  ...listPackPoints(context),
  ...listPackPropositions(context),
  { kind: "small", text: context.t("papers.pack.live", { day: formatDay(context.pack.day, context.pack.language) }) },
];

/** A rule as the two questions that it answers. */
export function formatRule(rule: AttributionRule, t: Translator): string {
  const { whoSaidIt, whoWasThere } = writtenUnder(rule);
  const answer = (written: boolean) => (written ? "yes" : "no");
  return t("papers.pack.rule", { rule, said: answer(whoSaidIt), there: answer(whoWasThere) });
}

function listHead({ t, pack }: PackContext): Block[] {
  const { language, when, day, kind, part, state, illustrative } = pack;
  const name = pickText(pack.title, language);
  return [
    { kind: "eyebrow", text: t("papers.pack.eyebrow", { kind, part, day: formatDay(day, language) }) },
    ...(name ? toBlock("title", pack.title, language) : [{ kind: "title" as const, text: t("papers.pack.title") }]),
    ...(illustrative ? [{ kind: "text" as const, strong: true, text: t("boardPack.illustrative") }] : []),
    ...(state === "cancelled" ? [{ kind: "text" as const, strong: true, text: t("papers.pack.cancelled") }] : []),
    {
      kind: "text",
      text: when
        ? t("papers.pack.when", {
            ...{ day: formatDay(when.start.slice(0, 10), language), zone: when.zone },
            ...{ start: hourOf(when.start, pack), end: hourOf(when.end, pack) },
          })
        : t("papers.pack.noDate"),
    },
    { kind: "small", text: t("papers.pack.host", { organization: pack.host.name[language] }) },
    ...toBlock("small", pack.place, language),
    ...toBlock("text", pack.purpose, language),
    { kind: "head", text: t("papers.pack.attribution") },
    { kind: "text", strong: true, text: formatRule(pack.attribution, t) },
  ];
}

/** What an item is called here; a text that its reader does not read is named as that. */
export function nameItem({ kind, title }: Pick<PackItem, "kind" | "title">, { t, pack }: PackContext) {
  const picked = pickText(title, pack.language);
  if (kind === "approval")
    return { text: t("papers.pack.approval", { title: picked?.text ?? "none" }), lang: pack.language };
  return picked ?? { text: t("papers.pack.unread"), lang: pack.language };
}

function listAgenda(context: PackContext): Block[] {
  const { t, pack } = context;
  const head: Block = { kind: "head", text: t("papers.pack.agenda") };
  if (pack.items.length === 0) return [head, { kind: "text", text: t("papers.pack.noItems") }];
  const { expectedEnd, when, minutes } = pack;
  const late = expectedEnd !== null && when !== null && expectedEnd > when.end;
  const end = expectedEnd ? hourOf(expectedEnd, pack) : "none";
  return [
    head,
    ...pack.items.flatMap((it) => listItem(it, context)),
    { kind: "small", text: t("papers.pack.total", { minutes, end, late: late ? "yes" : "no" }) },
  ];
}

function listItem(item: PackItem, context: PackContext): Block[] {
  const { t, pack } = context;
  const { language } = pack;
  const { number, minutes, startsAt, lead, raises, answerers, attribution, inherited, ref } = item;
  const name = nameItem(item, context);
  const facts = [
    ref && t("papers.pack.source", { ref }),
    lead && t("papers.pack.lead", { organization: lead.name[language] }),
    raises && t("papers.pack.raises", { organization: raises.name[language] }),
    answerers.length > 0 && t("papers.pack.answers", { names: answerers.map((it) => it.name[language]).join(", ") }),
    inherited && t("papers.pack.inherited"),
  ].filter((it) => typeof it === "string");
  return [
    {
      kind: "text",
      strong: true,
      text: t("papers.pack.item", {
        ...{ number, minutes, title: name.text, start: startsAt ? hourOf(startsAt, pack) : "none" },
      }),
      ...(name.lang === language ? {} : { lang: name.lang }),
    },
    ...(facts.length > 0 ? [{ kind: "small" as const, text: facts.join(" · ") }] : []),
    ...toBlock("text", item.why, language),
    ...(attribution
      ? [{ kind: "small" as const, text: t("papers.pack.tighter", { rule: formatRule(attribution, t) }) }]
      : []),
  ];
}

function listPapers({ t, pack }: PackContext): Block[] {
  const { language, papers } = pack;
  const head: Block = { kind: "head", text: t("papers.pack.papers") };
  if (papers.length === 0) return [head, { kind: "text", text: t("papers.pack.noPapers") }];
  return [
    head,
    ...papers.flatMap(({ title, organization, file, language: written, item }): Block[] => [
      ...toBlock("text", title, language, { strong: true }),
      {
        kind: "small",
        text: t("papers.pack.paper", {
          ...{
            organization: organization.name[language],
            type: (file?.type ?? "txt").toUpperCase(),
            language: written,
          },
          item: item?.number ?? 0,
        }),
      },
    ]),
  ];
}

function listUpdates({ t, pack }: PackContext): Block[] {
  const { updates, kind } = pack;
  // Asked for before a meeting of civil society alone.
  if (updates.length === 0 && kind !== "civil_society") return [];
  const head: Block = { kind: "head", text: t("papers.pack.updates") };
  if (updates.length === 0) return [head, { kind: "text", text: t("papers.pack.noUpdates") }];
  return [head, ...updates.flatMap((it) => listUpdate(it, { t, pack }))];
}

function listUpdate({ organization, filedOn, lines }: PackUpdate, { t, pack: { language } }: PackContext): Block[] {
  const by = { organization: organization.name[language], day: formatDay(filedOn, language) };
  return [
    { kind: "text", strong: true, text: t("papers.pack.updateOf", by) },
    ...lines.flatMap(({ what, theme, when, contact, help }): Block[] => {
      const facts = [theme?.[language], pickText(when, language)?.text, contact].filter(Boolean);
      const wanted = pickText(help, language);
      return [
        ...toBlock("text", what, language),
        ...(facts.length > 0 ? [{ kind: "small" as const, text: facts.join(" · ") }] : []),
        ...(wanted ? [{ kind: "small" as const, text: t("papers.pack.help", { help: wanted.text }) }] : []),
      ];
    }),
  ];
}
