import { clsx } from "clsx";
import { useLocale, useTranslations } from "next-intl";
import { PartialDate } from "@/components/library/partial-date";
import { Stamp } from "@/components/ui/stamp";
import type { TimelineEvent } from "@/lib/report/schema";
import { EventNotes, hasNotes } from "./event-notes";
import { Heading } from "./found-at";

const ring =
  "relative border-l-[1.5px] border-ink pb-8 pl-6 before:absolute before:top-1.5 before:-left-[5.75px] before:size-2.5 before:rounded-full before:border-[1.5px] before:border-ink before:bg-paper group-target:before:bg-pen";

/** One event: when, what, and in the margin what there is to say of its date. */
export function TimelineRow({ event }: { event: TimelineEvent }) {
  const t = useTranslations("report");
  const locale = useLocale();
  const date = <PartialDate date={event.date} end={event.dateEnd} about={event.precision === "approx"} />;
  return (
    <li
      id={event.slug}
      className="group break-inside-avoid md:grid md:gap-x-6 md:max-lg:grid-cols-[152px_minmax(0,1fr)] lg:grid-cols-[152px_minmax(0,1fr)_300px]"
    >
      <p className="hidden pb-4 text-right font-semibold first-letter:uppercase md:block">{date}</p>
      <div className={clsx(ring, "grid content-start gap-1 max-md:ml-1.5")}>
        <p className="font-semibold first-letter:uppercase md:hidden">{date}</p>
        <h2 className="font-ui text-h3 tracking-normal">{event.title[locale]}</h2>
        <p className="max-w-[64ch]">{event.description[locale]}</p>
        <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1 pt-1 text-small text-ink-3">
          {!event.inSource && <Stamp kind="outside">{t("outside")}</Stamp>}
          {event.symbol && <span className="text-ink-2">{event.symbol}</span>}
          {event.section && <Heading of={event.section} />}
        </div>
        {hasNotes(event) && (
          <div className="margin mt-3 lg:hidden">
            <EventNotes event={event} />
          </div>
        )}
      </div>
      <div className="hidden pb-8 lg:block">
        {hasNotes(event) && (
          <div className="margin">
            <EventNotes event={event} />
          </div>
        )}
      </div>
    </li>
  );
}
