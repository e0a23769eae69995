import { clsx } from "clsx";
import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import { Link } from "@/components/ui/link";
import type { Position } from "@/lib/positions/schema";
import { ExplanationNote } from "./annotations/explanation-note";
import { JoinedBy } from "./annotations/joined-by";
import { positionHref } from "./position-href";
import { Reasons, Reservation } from "./reservation-and-reasons";
import { StateStamps } from "./state-stamps";
import { UndecidedDates } from "./undecided-dates";

type StanceEntryProps = {
  position: Position;
  /** Joined to the rule of the margin. */
  tick?: boolean | undefined;
};

/** One organization: who, since when, and everything that explains or qualifies its answer. */
export function StanceEntry({ position, tick }: StanceEntryProps) {
  const t = useTranslations("positions.stances");
  const locale = useLocale();
  const { organization, proposition, standing, viewer } = position;
  if (!standing) return null;
  return (
    <li
      className={clsx(
        "note grid content-start gap-1",
        tick && "note-tick",
        viewer.own && "bg-pen-wash outline-[6px] outline-pen-wash outline-solid",
      )}
    >
      <p>
        <Link href={positionHref(organization.slug, proposition.slug)} className="font-semibold">
          {organization.name[locale]}
        </Link>
        <span className="block text-ink-3">{t("since", { day: longDay(new Date(standing.since), locale) })}</span>
      </p>
      <UndecidedDates text={standing} />
      <Reservation text={standing.reservation} />
      <JoinedBy joins={position.joins} />
      <Reasons text={standing.rationale} />
      <ExplanationNote explanation={position.explanation} />
      <StateStamps position={{ ...position, draft: null }} />
    </li>
  );
}
