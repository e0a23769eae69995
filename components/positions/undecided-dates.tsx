import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import type { Position } from "@/lib/positions/schema";
import { noonOf } from "../../lib/platform/time/noon-of";

type Dates = Pick<NonNullable<Position["standing"]>, "undecidedSince" | "decideBy">;

/** Since when an organization is undecided, and by when it means to decide: its own dates. */
export function UndecidedDates({ text: { undecidedSince, decideBy } }: { text: Dates }) {
  const t = useTranslations("positions.undecided");
  const locale = useLocale();
  if (!undecidedSince && !decideBy) return null;
  const dates = [
    [t("since"), undecidedSince],
    [t("decideBy"), decideBy],
  ] as const;
  return (
    <p className="text-small text-ink-2">
      {dates.flatMap(([label, day]) => (day ? `${label} ${longDay(noonOf(day), locale)}` : [])).join(". ")}.
    </p>
  );
}
