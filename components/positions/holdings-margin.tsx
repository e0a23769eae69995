import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { StanceCell } from "@/components/ui/stance-cell";
import { HoldingNote } from "./holding-note";
import type { Holdings } from "./holdings";
import { StanceLine } from "./stance-line";

/** Who holds what, with every reservation and reason in full, behind the pen rule. */
export function HoldingsMargin({ holdings }: { holdings: Holdings }) {
  const t = useTranslations("positions.holdings");
  const { groups } = holdings;
  return (
    <>
      <h2 className="pt-3 font-ui text-small font-semibold text-pen">{t("title")}</h2>
      <Counts holdings={holdings} />
      {groups.length === 0 && <p>{t("none")}</p>}
      {groups.map(({ stance, positions }) => (
        <section
          key={stance}
          id={stance}
          aria-labelledby={`${stance}-title`}
          className="grid gap-3 border-t border-rule pt-3"
        >
          <h3 id={`${stance}-title`} className="text-table font-semibold">
            <StanceLine stance={stance}>
              <span className="font-normal text-ink-3 tabular-nums">{positions.length}</span>
            </StanceLine>
          </h3>
          <ul className="grid gap-3.5">
            {positions.map((position) => (
              <HoldingNote key={position.organization.slug} position={position} />
            ))}
          </ul>
        </section>
      ))}
      <Silent holdings={holdings} />
    </>
  );
}

/** Every number leads to the answers behind it. */
function Counts({ holdings: { groups } }: { holdings: Holdings }) {
  const t = useTranslations("stances.counted");
  const label = useTranslations("positions.holdings")("counts");
  if (groups.length === 0) return null;
  return (
    <nav aria-label={label} className="no-print">
      <ul className="flex flex-wrap gap-x-4 gap-y-1.5">
        {groups.map(({ stance, positions }) => (
          <li key={stance} className="inline-flex items-center gap-1.5">
            <StanceCell stance={stance} size="small" />
            <a href={`#${stance}`}>{t(stance, { count: positions.length })}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Absence is never an answer, and where some are hidden it is not even known to be an absence. */
function Silent({ holdings: { silent, someHidden } }: { holdings: Holdings }) {
  const t = useTranslations("positions.holdings");
  const locale = useLocale();
  if (silent.length === 0) return null;
  const kind = someHidden ? "notShown" : "notRecorded";
  return (
    <section aria-labelledby="silent-title" className="grid gap-1.5 border-t border-rule pt-3">
      <h3 id="silent-title" className="flex items-center gap-2.5 text-table font-semibold">
        <StanceCell stance={someHidden ? "not_shown" : "not_recorded"} />
        {t(kind)}
        {!someHidden && <span className="font-normal text-ink-3 tabular-nums">{silent.length}</span>}
      </h3>
      <p className="text-ink-2">{t(`${kind}Meaning`)}</p>
      <ul className="grid gap-2">
        {silent.map(({ slug, name }) => (
          <li key={slug}>
            <Link href={`/organizations/${slug}`} className="inline-block min-h-6">
              {name[locale]}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
