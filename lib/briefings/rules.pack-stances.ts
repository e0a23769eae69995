import { type Block, pickText } from "@/lib/platform/documents/blocks";
import { nestQuotes } from "@/lib/platform/text/nested-quotes";
import { stances } from "../positions/constants";
import { listWording } from "../talking-points/rules.blocks";
import type { PackContext } from "./rules.pack-blocks";
import type { PackProposition } from "./schema.pack";

/** In a pack the meeting has the title; what is one in a text alone is a heading here, and its headings are lines. */
const lower = (block: Block): Block => {
  if (block.kind === "title") return { ...block, kind: "head" };
  return block.kind === "head" ? { ...block, kind: "text", strong: true } : block;
};

/** The texts on the agenda: their words, who stands behind them, and every reservation and dissent in full. */
export function listPackPoints({ t, pack }: PackContext): Block[] {
  const head: Block = { kind: "head", text: t("papers.pack.points") };
  if (pack.points.length === 0) return [head, { kind: "text", text: t("papers.pack.noPoints") }];
  return [head, ...pack.points.flatMap((handout) => listWording({ t, handout }).map(lower))];
}

/** The propositions on the agenda: what was said of each, with reservations and explanations in full. */
export function listPackPropositions(context: PackContext): Block[] {
  const { t, pack } = context;
  const head: Block = { kind: "head", text: t("papers.pack.differ") };
  if (pack.propositions.length === 0) return [head, { kind: "text", text: t("papers.pack.noPropositions") }];
  return [
    head,
    { kind: "small", text: t("papers.pack.asSeen") },
    ...pack.propositions.flatMap((it) => listProposition(it, context)),
  ];
}

function listProposition(
  { number, item, title, statement, stances: said }: PackProposition,
  context: PackContext,
): Block[] {
  const { t, pack } = context;
  const { language } = pack;
  return [
    { kind: "text", strong: true, text: t("papers.pack.proposition", { number, item, title: title[language] }) },
    { kind: "wording", text: statement[language] },
    ...(said.length === 0 ? [{ kind: "text" as const, text: t("papers.pack.nobody") }] : []),
    ...stances.flatMap((stance): Block[] => {
      const group = said.filter((it) => it.stance === stance);
      if (group.length === 0) return [];
      const names = group.map(({ organization, earlierWording }) =>
        earlierWording
          ? t("papers.pack.earlier", { organization: organization.name[language] })
          : organization.name[language],
      );
      return [
        {
          kind: "text",
          text: t("papers.pack.group", { stance: t(`stances.name.${stance}`), names: names.join(", ") }),
        },
        ...group.flatMap((it) => listQualified(it, context)),
      ];
    }),
  ];
}

type QualifiedStance = PackProposition["stances"][number];

/** What qualifies a stance goes wherever the stance goes. */
function listQualified(
  { organization, reservation, joinedBy, explanation }: QualifiedStance,
  { t, pack }: PackContext,
): Block[] {
  const { language } = pack;
  const quote = (key: "reserved" | "explained", text: QualifiedStance["reservation"]): Block[] => {
    const picked = pickText(text, language);
    if (!picked) return [];
    const quoted = nestQuotes(picked.text, language);
    const words = t(`papers.pack.${key}`, { organization: organization.name[language], text: quoted });
    return [{ kind: "quote", text: words, ...(picked.lang === language ? {} : { lang: picked.lang }) }];
  };
  const joined = joinedBy.map(({ name }) => name[language]).join(", ");
  return [
    ...quote("reserved", reservation),
    ...(joined ? [{ kind: "small" as const, text: t("papers.pack.joinedBy", { names: joined }) }] : []),
    ...quote("explained", explanation),
  ];
}
