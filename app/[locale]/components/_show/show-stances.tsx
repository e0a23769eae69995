import type { CSSProperties } from "react";
import { AnswerRoll, type AnswerRollRow } from "@/components/stances/answer-roll";
import { CategoryMark } from "@/components/stances/category-mark";
import { IntervalBar } from "@/components/stances/interval-bar";
import { StanceCell } from "@/components/stances/stance-cell";
import { StanceKey } from "@/components/stances/stance-key";
import { stanceMarks } from "@/components/stances/stances";
import { Section } from "@/components/ui/section";
import { categories } from "@/lib/agreement/constants";
import { onPaper } from "./on-paper";

const organization = (code: string) => ({ code, name: `Organization ${code}` });
const roll: AnswerRollRow[] = [
  { answer: "endorse", organizations: ["PH", "NL", "SS", "SM", "LL"].map(organization) },
  { answer: "endorse_with_reservation", organizations: ["SW", "KR", "DW"].map(organization) },
  { answer: "stand_aside", organizations: ["TH"].map(organization) },
  { answer: "object", organizations: [] },
  { answer: "to_confirm", organizations: ["RC", "QC", "GH"].map(organization), note: "endorsed version 2" },
  { answer: "not_answered", organizations: ["LB"].map(organization) },
];

const backgrounds: { key: string; theme?: string; style?: CSSProperties }[] = [
  { key: "page" },
  { key: "dark", theme: "dark" },
  { key: "paper", style: onPaper },
];

export function ShowStances() {
  return (
    <Section title="Stances and categories" count="as the page, dark, print in black and white">
      <div className="mt-4 grid border border-rule md:grid-cols-3">
        {backgrounds.map(({ key, theme, style }) => (
          <div key={key} data-theme={theme} style={style} className="bg-paper p-4 text-ink">
            <div className="[&_.key]:grid [&_.key]:grid-cols-1">
              <StanceKey />
            </div>
            <ul className="mt-2 grid gap-1">
              {[...categories, null].map((category) => (
                <li key={category ?? "none"}>
                  <CategoryMark category={category} />
                </li>
              ))}
            </ul>
            <div className="mt-4 grid gap-2">
              <IntervalBar stated={14} possible={14} of={14} />
              <IntervalBar stated={9} possible={12} of={14} />
              <IntervalBar stated={4} possible={10} of={14} />
              <IntervalBar stated={0} possible={5} of={14} />
            </div>
            <p className="mt-4 flex gap-2">
              {stanceMarks.map((mark) => (
                <StanceCell key={mark} stance={mark} size="small" />
              ))}
            </p>
            <p className="mt-2 flex flex-wrap gap-2">
              {stanceMarks.map((mark) => (
                <StanceCell key={mark} stance={mark} size="touch" />
              ))}
            </p>
            <p className="mt-3 flex items-center gap-4 text-small">
              <StanceCell stance="support" provisional label="Provisional support" /> provisional
              <StanceCell stance="support_with_reservation" stale label="Support with reservation, past review" /> past
              review
            </p>
            <div className="mt-4">
              <AnswerRoll rows={roll} />
            </div>
          </div>
        ))}
      </div>
    </Section>
  );
}
