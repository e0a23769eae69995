import type { FormValues } from "@/components/forms/saved-values";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Translator } from "@/lib/platform/i18n/translator";
import { emptyText } from "./text-values";

/** Beginnings for the four areas of the regime, and for two lessons of the 2007 report. */
export const templateNames = [
  "norm_setting",
  "institutionalization",
  "codification",
  "practice",
  "own_name",
  "narrow_or_broad",
] as const;
export type TemplateName = (typeof templateNames)[number];

type Template = { kind: "line" | "norm"; themes: string; regimeAreas: string; source: string; office?: string };

const report = "una-canada-report-2007";
const templates: Record<TemplateName, Template> = {
  norm_setting: {
    ...{ kind: "line", themes: "norm-setting", regimeAreas: "norm_setting" },
    ...{ source: "world-summit-outcome", office: "foreign-affairs-united-nations" },
  },
  institutionalization: {
    ...{ kind: "line", themes: "institutionalization", regimeAreas: "institutionalization" },
    ...{ source: report, office: "minister-foreign-affairs" },
  },
  codification: {
    ...{ kind: "line", themes: "codification", regimeAreas: "codification" },
    ...{ source: "scr-1674", office: "foreign-affairs-legal" },
  },
  practice: {
    ...{ kind: "line", themes: "practice", regimeAreas: "practice" },
    ...{ source: report, office: "committee-foreign-affairs" },
  },
  own_name: { kind: "norm", themes: "coalition", regimeAreas: "cross_cutting", source: report },
  narrow_or_broad: { kind: "norm", themes: "definition", regimeAreas: "norm_setting", source: report },
};

type Known = {
  sources: readonly { value: string }[];
  offices: readonly { value: string }[];
  themes: readonly { value: string }[];
};
type Inside = { translators: Record<Locale, Translator>; organization: string; known: Known };

/** A template as the form has it, in both languages. What this network does not have is left to be chosen. */
export function valuesOfTemplate(name: TemplateName, { translators, organization, known }: Inside): FormValues {
  const { kind, themes, regimeAreas, source, office } = templates[name];
  const has = (list: readonly { value: string }[], value: string | undefined) =>
    list.some((it) => it.value === value) ? (value ?? "") : "";
  const both = (field: string, part: "message" | "proof" | "question" | "answer" | "never") => ({
    [`${field}.en`]: translators.en(`talkingPoints.template.${name}.${part}`),
    [`${field}.fr`]: translators.fr(`talkingPoints.template.${name}.${part}`),
  });
  const asks = name === "own_name" || name === "narrow_or_broad" ? null : name;
  const ask = asks && {
    "n5.kind": "ask",
    "n5.text.en": translators.en(`talkingPoints.template.${asks}.ask`),
    "n5.text.fr": translators.fr(`talkingPoints.template.${asks}.ask`),
    "n5.of": has(known.offices, office),
  };
  return {
    ...emptyText(organization),
    ...{ kind, themes: has(known.themes, themes), regimeAreas, audiences: kind === "norm" ? "members" : "officials" },
    clauses: ask ? "n1 n2 n3 n4 n5" : "n1 n2 n3 n4",
    ...both("n1.text", "message"),
    ...{ "n2.kind": "proof", "n2.source": has(known.sources, source), ...both("n2.text", "proof") },
    ...{ "n3.kind": "if_asked", ...both("n3.question", "question"), ...both("n3.text", "answer") },
    ...{ "n4.kind": "do_not_say", ...both("n4.text", "never") },
    ...ask,
    // Somebody rewrites it before the network reads it.
    open: "",
  };
}
