import { useLocale, useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { longDay } from "@/components/ui/format-moment";
import { useTimeOfDay } from "@/components/ui/use-time-of-day";
import type { Position } from "@/lib/positions/schema";
import { noonOf } from "../../lib/platform/time/noon-of";
import { PositionText } from "./position-text";

type DraftTextProps = {
  position: Position;
  /** The text itself is shown elsewhere: in the comparison, or in the sign-off panel. */
  factsOnly: boolean;
};

/** The provisional text; its own organization alone reads it. */
export function DraftText({ position: { draft, organization }, factsOnly }: DraftTextProps) {
  const t = useTranslations("positions.text");
  const names = useTranslations("positions.visibility.name");
  const joint = useTranslations("positions.joint");
  const locale = useLocale();
  const timeOfDay = useTimeOfDay();
  if (!draft) return null;
  const at = (moment: string) => ({
    day: longDay(new Date(moment), locale),
    time: timeOfDay(new Date(moment)),
  });
  const saved = at(draft.savedAt);
  const sent = draft.submittedAt && at(draft.submittedAt);
  const once = draft.signedOnceAt && at(draft.signedOnceAt);
  const by = (moment: typeof saved, person: string | null) =>
    person ? t("savedBy", { ...moment, person }) : t("savedAt", moment);
  const facts = [
    [t("saved"), by(saved, draft.savedBy)],
    [t("sent"), sent && by(sent, draft.submittedBy)],
    [t("review"), draft.reviewBy ? longDay(noonOf(draft.reviewBy), locale) : t("reviewNone")],
    [t("readers"), names(draft.visibility, { organization: organization.short[locale] })],
  ] as const;
  return (
    <>
      {once && (
        <p className="notice notice-pen mb-3">
          {joint("once", { ...once, known: draft.signedOnceBy ? "yes" : "no", person: draft.signedOnceBy ?? "" })}
        </p>
      )}
      {draft.state === "returned" && draft.note && (
        <div className="notice notice-amber mb-3">
          <p className="text-small font-semibold">{t("returnedNote")}</p>
          <p dir="auto" className="whitespace-pre-line">
            {draft.note}
          </p>
        </div>
      )}
      {factsOnly ? <Facts facts={facts} /> : <PositionText text={draft} provisional facts={facts} />}
    </>
  );
}
