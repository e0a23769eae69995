import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { longDay } from "@/components/ui/format-moment";
import { Link } from "@/components/ui/link";
import { Stamp } from "@/components/ui/stamp";
import type { Rapporteur } from "@/lib/briefings/schema.rapporteurs";
import { noonOf } from "@/lib/platform/time/noon-of";
import { EndRapporteur } from "./end-rapporteur";
import { occasionIn } from "./group-rapporteurs";

/** Each occasion with who records it, from when until when, and whether that was cut short. */
export function RapporteurRows({ rows, commitNow }: { rows: readonly Rapporteur[]; commitNow: boolean }) {
  return (
    <ul className="rows">
      {rows.map((it) => (
        <li key={it.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
          <RapporteurEntry rapporteur={it} />
          {it.viewer.mayEnd && (
            <ProvideMessages of={["accounts.reauthenticate", "briefings.rapporteurs"]}>
              <EndRapporteur rapporteur={it} commitNow={commitNow} />
            </ProvideMessages>
          )}
        </li>
      ))}
    </ul>
  );
}

function RapporteurEntry({
  rapporteur: { name, organization, occasion, firstOn, lastOn, state, endedAt, viewer },
}: RapporteurEntryProps) {
  const t = useTranslations("briefings.rapporteurs");
  const acting = useTranslations("ui");
  const locale = useLocale();
  const occasionText = occasionIn(occasion, locale);
  const day = (iso: string) => longDay(noonOf(iso), locale);
  return (
    <div className="grid min-w-0 gap-0.5">
      <p className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
        <b lang={occasionText.lang} className="min-w-0 break-words">
          {occasionText.text}
        </b>
        <span className="text-small text-ink-3">{t(`state.${state}`)}</span>
      </p>
      <p>
        <bdi>{name ?? t("unknown")}</bdi> {viewer.self && <Stamp kind="pen">{acting("you")}</Stamp>}
        {" · "}
        <Link href={`/organizations/${organization.slug}`}>{organization.name[locale]}</Link>
      </p>
      <p className="text-small text-ink-2">
        {firstOn === lastOn ? day(firstOn) : t("days", { first: day(firstOn), last: day(lastOn) })}
        {endedAt && `. ${t("endedOn", { day: longDay(new Date(endedAt), locale) })}`}
      </p>
    </div>
  );
}
type RapporteurEntryProps = { rapporteur: Rapporteur };
