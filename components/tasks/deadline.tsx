import { clsx } from "clsx";
import { useLocale, useTranslations } from "next-intl";
import { networkTimeZone } from "@/lib/platform/i18n/network-time-zone";
import { formatZone } from "@/lib/platform/time/zone-label";
import { briefDay, sameDay, shortDay, workingDaysUntil } from "../ui/format-moment";
import { useTimeOfDay } from "../ui/use-time-of-day";

const month = 30 * 86_400_000;

type Urgency = "past" | "today" | "soon" | "later";

/** Red only today, amber within five working days, ink otherwise; overdue is stated in plain text. */
export function urgencyOf(due: Date, now: Date, zone = networkTimeZone()): Urgency {
  if (due <= now) return "past";
  if (sameDay(due, now, zone)) return "today";
  if (due.getTime() - now.getTime() > month) return "later";
  return workingDaysUntil(now, due, zone) <= 5 ? "soon" : "later";
}

/** The share of time gone, from the opening (or thirty days before) to the deadline. */
export function shareGone(due: Date, now: Date, opened?: Date | undefined): number {
  const start = opened?.getTime() ?? due.getTime() - month;
  const share = (now.getTime() - start) / Math.max(due.getTime() - start, 1);
  return Math.min(Math.max(share, 0), 1);
}

function Dial({ share }: { share: number }) {
  const angle = share * 2 * Math.PI;
  const x = (12 + 9 * Math.sin(angle)).toFixed(2);
  const y = (12 - 9 * Math.cos(angle)).toFixed(2);
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="10" fill="none" stroke="currentColor" strokeWidth="2.4" />
      {share >= 1 && <circle cx="12" cy="12" r="9" fill="currentColor" />}
      {share > 0 && share < 1 && <path d={`M12 12V3A9 9 0 ${share > 0.5 ? 1 : 0} 1 ${x} ${y}Z`} fill="currentColor" />}
    </svg>
  );
}

type DeadlineProps = {
  due: Date;
  now: Date;
  opened?: Date | undefined;
  /** The reader's own time zone, shown under the network's when it differs. */
  readerZone?: string | undefined;
  /** A day without an hour: suggested by the organization to itself, or given to it. */
  wholeDay?: "own" | "given" | undefined;
};

/** A dial, the day, the time: coalition time first, the reader's own under it. */
export function Deadline({ due, now, opened, readerZone, wholeDay }: DeadlineProps) {
  const t = useTranslations("ui.due");
  const locale = useLocale();
  const timeOfDay = useTimeOfDay();
  const urgency = urgencyOf(due, now);
  const [day, time] = [shortDay(due, locale), timeOfDay(due)];
  const said = {
    past: t("was", { day: briefDay(due, now, locale) }),
    today: t("today", { time }),
    soon: t("at", { day, time }),
    later: t("at", { day, time }),
  };
  const there = readerZone && timeOfDay(due, readerZone) !== time;
  return (
    <span className={clsx("due", urgency !== "later" && `due-${urgency}`)}>
      <Dial share={shareGone(due, now, opened)} />
      <time dateTime={due.toISOString()}>{wholeDay && urgency !== "past" ? day : said[urgency]}</time>
      {wholeDay === "own" && <span className="due-own">{t("own")}</span>}
      {!wholeDay && there && urgency !== "past" && (
        <span className="due-own">
          {t("elsewhere", { time: timeOfDay(due, readerZone), zone: formatZone(readerZone, due) })}
        </span>
      )}
    </span>
  );
}
