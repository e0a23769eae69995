import { useTranslations } from "next-intl";
import { Quote } from "@/components/ui/quote";
import type { PositionHistoryStep } from "@/lib/positions/schema";
import { Reasons, Reservation } from "./reservation-and-reasons";
import { useAuthorityText } from "./use-authority-text";

type HistoryStepProps = {
  step: PositionHistoryStep;
  /** How often in a row it was saved, of which this is the last. */
  saves: number;
  organization: string;
  /** The text of that time, folded away, where it differs from the current one. */
  folded: boolean;
};

/** One step: who or on what authority, what, and the words as they were. */
export function HistoryStep({ step, saves, organization, folded }: HistoryStepProps) {
  const t = useTranslations("positions.history");
  const stances = useTranslations("stances.name");
  const readers = useTranslations("positions.visibility.name");
  const authorityWords = useAuthorityText();
  const { kind, actor, authority, note, byToken, visibilityFrom, visibilityTo, text } = step;
  const known = actor ? "yes" : "no";
  const reader = (visibility: typeof visibilityTo) => (visibility ? readers(visibility, { organization }) : "");
  const facts = { known, actor: actor ?? "", stance: stances(text.stance) };
  const sentence =
    kind === "visibility_changed"
      ? t(visibilityFrom ? kind : "visibility_set", {
          ...facts,
          to: reader(visibilityTo),
          from: reader(visibilityFrom),
        })
      : t(kind, facts);
  const under = kind !== "drafted" && kind !== "submitted" && authorityWords(authority);
  const worded = text.reservation || text.rationale.en || text.rationale.fr;
  return (
    <>
      {sentence} {t("saves", { count: saves })}{" "}
      {under && <span className="text-ink-3">{t("under", { authority: under })}</span>}{" "}
      {byToken && <span className="text-ink-3">{t("byToken")}</span>}
      {note && (
        <span className="block">
          <Quote>{note}</Quote>
        </span>
      )}
      {folded && worded && (
        <details className="mt-1">
          <summary className="cursor-pointer text-pen">{t("wording")}</summary>
          <div className="grid gap-2 pt-1">
            <Reservation text={text.reservation} both />
            <Reasons text={text.rationale} both />
          </div>
        </details>
      )}
    </>
  );
}
