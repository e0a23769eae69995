import { useLocale, useTranslations } from "next-intl";
import { Check, PencilLine } from "@/components/ui/icons";
import { Stamp } from "@/components/ui/stamp";
import type { Erratum } from "@/lib/report/schema";
import { ClauseRow } from "./clause-row";
import { Heading } from "./found-at";

/** What is printed, on the sheet; what is right and how sure that is, in the margin. */
export function ErratumRow({ erratum }: { erratum: Erratum }) {
  const t = useTranslations("report");
  const codes = useTranslations("codes");
  const locale = useLocale();
  const holds = erratum.displayRule === "none";
  const margin = (
    <>
      <div className="note note-tick">
        <p className="note-head">
          {holds ? <Check /> : <PencilLine />}
          {holds ? t("errata.checked") : t("errata.right")}
        </p>
        <p className="pt-0.5 text-body">{erratum.correction[locale]}</p>
      </div>
      <div className="note grid gap-1.5 text-ink-2">
        <p className="flex flex-wrap items-baseline gap-x-3 gap-y-1.5">
          <Stamp kind={erratum.confidence === "high" ? "plain" : "caution"}>
            {codes(`confidence.${erratum.confidence}`)}
          </Stamp>
          <span>{erratum.confidenceNote?.[locale]}</span>
        </p>
        <p>{t("errata.knownFrom", { from: erratum.knownFrom[locale] })}</p>
        <p className="text-ink-3">{codes(`displayRule.${erratum.displayRule}`)}</p>
      </div>
    </>
  );
  return (
    <ClauseRow
      id={erratum.id}
      number={erratum.id}
      title={
        <span className="text-clause font-normal tracking-normal" lang="en">
          <span className="sr-only">{t("erratum", { id: erratum.id })}: </span>
          {erratum.asPrinted}
        </span>
      }
      margin={margin}
    >
      <p className="max-w-[64ch]">{erratum.problem[locale]}.</p>
      <p className="text-small text-ink-3">
        <Heading of={erratum.section} />
      </p>
    </ClauseRow>
  );
}
