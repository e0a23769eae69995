import { useTranslations } from "next-intl";
import { CategoryMark } from "@/components/stances/category-mark";
import { StanceCell } from "@/components/stances/stance-cell";
import { Link } from "@/components/ui/link";
import { StanceLine } from "../stances/stance-line";
import type { PropositionFacts } from "./load-proposition";
import { ShowAllLink } from "./show-all-link";
import { StanceEntry } from "./stance-entry";
import { stanceFilterHref } from "./stance-filter";
import { marginGroups } from "./stance-groups";

type Facts = Pick<PropositionFacts, "stanceGroups" | "category" | "opened" | "on" | "proposition">;

/** The margin of a proposition: counts by stance, then every reservation and every dissent in full. */
export function StancesMargin({ facts }: { facts: Facts }) {
  const t = useTranslations("positions.stances");
  const { category, opened } = facts;
  const { groups } = facts.stanceGroups;
  const remarks = opened ? [] : marginGroups(groups);
  return (
    <>
      <div className="grid gap-2 pt-3">
        <h2 className="flex flex-wrap justify-between gap-x-4 font-ui text-small font-semibold text-pen">
          {t("title")}
          {category !== undefined && <CategoryMark category={category} className="font-normal text-ink" />}
        </h2>
        <Counts facts={facts} />
        {opened && (
          <p>
            <Link href={stanceFilterHref(facts.proposition.slug, { on: facts.on })} className="inline-block min-h-6">
              {t("every")}
            </Link>
          </p>
        )}
      </div>
      {!opened && remarks.length === 0 && <p className="text-ink-2">{t(groups.length > 0 ? "noRemarks" : "none")}</p>}
      {remarks.map(({ stance, total, positions }) => (
        <section
          key={stance}
          id={stance}
          aria-labelledby={`${stance}-title`}
          className="grid gap-3 border-t border-rule pt-3"
        >
          <h3 id={`${stance}-title`} className="text-table font-semibold">
            <StanceLine stance={stance}>
              <span className="font-normal text-ink-3 tabular-nums">{total}</span>
            </StanceLine>
          </h3>
          <ul className="grid gap-3.5">
            {positions.map((position) => (
              <StanceEntry key={position.organization.slug} position={position} tick />
            ))}
          </ul>
          <ShowAllLink facts={facts} open={stance} total={total} shown={positions.length} />
        </section>
      ))}
    </>
  );
}

/** Every number leads to the answers behind it: further down, or to a list of their own. */
function Counts({ facts }: { facts: Facts }) {
  const t = useTranslations("stances.counted");
  const label = useTranslations("positions.stances")("counts");
  const { stanceGroups, opened, proposition, on } = facts;
  if (stanceGroups.groups.length === 0) return null;
  const target = "max-md:inline-flex max-md:min-h-11 max-md:items-center";
  return (
    <nav aria-label={label} className="no-print">
      <ul className="flex flex-wrap gap-x-4 gap-y-1.5">
        {stanceGroups.groups.map(({ stance, total, positions }) => (
          <li key={stance} className="inline-flex items-center gap-1.5">
            <StanceCell stance={stance} size="small" />
            {opened || positions.length < total ? (
              <Link
                href={stanceFilterHref(proposition.slug, { on, open: stance })}
                aria-current={opened?.open === stance ? "page" : undefined}
                className={target}
              >
                {t(stance, { count: total })}
              </Link>
            ) : (
              <a href={`#${stance}`} className={target}>
                {t(stance, { count: total })}
              </a>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
