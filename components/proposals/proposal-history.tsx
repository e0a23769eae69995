import { useLocale, useTranslations } from "next-intl";
import { Diff } from "@/components/ui/diff";
import { longDay } from "@/components/ui/format-moment";
import { Section } from "@/components/ui/section";
import { useTimeOfDay } from "@/components/ui/use-time-of-day";
import type { ProposalStep } from "@/lib/proposals/schema";
import { languageOf, partOf, texts } from "./proposal-values";

const labels = { title: "names", statement: "sentence", reason: "reasons" } as const;

/** What happened to it, the latest first, with the words that went and came at each change. */
export function ProposalHistory({ steps }: { steps: readonly ProposalStep[] }) {
  const t = useTranslations("proposals.page");
  return (
    <Section title={t("history")} count={steps.length}>
      <p className="pt-2 text-small text-ink-3">{t("historyHint")}</p>
      <ol className="rows" reversed>
        {steps.map((step, at) => (
          <Step key={step.number} step={step} before={steps[at + 1]} />
        ))}
      </ol>
    </Section>
  );
}

function Step({ step, before }: { step: ProposalStep; before: ProposalStep | undefined }) {
  const t = useTranslations("proposals.page");
  const parity = useTranslations("proposals.parity");
  const locale = useLocale();
  const timeOfDay = useTimeOfDay();
  const at = new Date(step.at);
  return (
    <li className="grid gap-x-6 gap-y-1 break-inside-avoid md:grid-cols-[180px_minmax(0,1fr)]">
      <span className="text-small text-ink-3 md:pt-0.5">
        {longDay(at, locale)}, {timeOfDay(at)}
      </span>
      <div className="grid min-w-0 gap-1.5">
        <p>
          <b>{t(`act.${step.act}`)}</b> {step.by && <span className="text-ink-2">{t("by", { person: step.by })}</span>}
        </p>
        {before && before.parity !== step.parity && <p className="text-ink-2">{parity(step.parity)}.</p>}
        {step.note && (
          <p
            dir="auto"
            className="max-w-measure whitespace-pre-line border-l-2 border-pen pl-3 [overflow-wrap:anywhere]"
          >
            {step.note}
          </p>
        )}
        {before && <TextChanges step={step} before={before} />}
      </div>
    </li>
  );
}

function TextChanges({ step, before }: { step: ProposalStep; before: ProposalStep }) {
  const t = useTranslations("proposals.page");
  const form = useTranslations("proposals.form");
  const of = (it: ProposalStep, key: (typeof texts)[number]) => it[partOf(key)][languageOf(key)] ?? "";
  const changed = texts.filter((key) => of(step, key) !== of(before, key));
  if (changed.length === 0) return step.act === "changed" ? <p className="text-ink-2">{t("noChange")}</p> : null;
  return changed.map((key) => (
    <div key={key}>
      <p className="text-small text-ink-3">
        {form(labels[partOf(key)])}, {form(languageOf(key) === "en" ? "english" : "french")}
      </p>
      <Diff before={of(before, key)} after={of(step, key)} lang={languageOf(key)} />
    </div>
  ));
}
