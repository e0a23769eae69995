import { useLocale, useTranslations } from "next-intl";
import { positionHref } from "@/components/positions/position-href";
import { Reservation } from "@/components/positions/reservation-and-reasons";
import { longDay } from "@/components/ui/format-moment";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import type { Joined } from "@/lib/positions/schema.annotations";

/** The reservations of others that it joined, in the words that it joined. */
export function JoinedReservations({ joined }: { joined: readonly Joined[] }) {
  const t = useTranslations("positions.annotations");
  const locale = useLocale();
  if (joined.length === 0) return null;
  return (
    <Section title={t("joinsTitle")} count={joined.length} id="joined" className="mt-10">
      <ul className="rows">
        {joined.map(({ reservationOf, proposition, reservation, since, earlierText }) => (
          <li key={`${reservationOf.slug}-${proposition.slug}`} className="grid gap-1 text-table">
            <p>
              {t("joinsOf", { organization: reservationOf.name[locale] })}{" "}
              <Link href={positionHref(reservationOf.slug, proposition.slug)}>{proposition.title[locale]}</Link>
            </p>
            <Reservation text={reservation} />
            <p className="text-small text-ink-3">
              {t("since", { day: longDay(new Date(since), locale) })}
              {earlierText && `, ${t("inEarlier")}`}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
