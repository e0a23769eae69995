import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { StanceMark } from "@/components/stances/stances";
import { Link } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { fewestBlanks } from "@/lib/agreement/rules.concealed";
import type { OrganizationName } from "@/lib/organizations/schema";
import type { Position } from "@/lib/positions/schema";
import { StanceLine } from "../stances/stance-line";
import type { PropositionFacts } from "./load-proposition";
import { ShowAllLink } from "./show-all-link";
import { StanceEntry } from "./stance-entry";
import { type FilteredStances, filteredPageSize, stanceFilterHref } from "./stance-filter";
import { listedGroups } from "./stance-groups";

type Facts = Pick<PropositionFacts, "stanceGroups" | "opened" | "on" | "proposition">;

/**
 * Under the words: whoever supports them, has not decided or has no mandate, with reasons; then who said nothing. Where the
 * address opens one answer, everybody who gave that one.
 */
export function StancesList({ facts }: { facts: Facts }) {
  const { opened, stanceGroups } = facts;
  if (opened) return <FilteredGroup facts={facts} opened={opened} />;
  const { silent } = stanceGroups;
  return (
    <>
      {listedGroups(stanceGroups.groups).map(({ stance, total, positions }) => (
        <Group key={stance} id={stance} mark={stance} count={total}>
          <Notes positions={positions} />
          <ShowAllLink facts={facts} open={stance} total={total} shown={positions.length} />
        </Group>
      ))}
      {silent.total > 0 && (
        <NonRespondentsGroup facts={facts} total={silent.total}>
          <Names items={silent.items} />
          <ShowAllLink facts={facts} open="silent" total={silent.total} shown={silent.items.length} />
        </NonRespondentsGroup>
      )}
    </>
  );
}

/** One answer with everybody who gave it, page by page. */
function FilteredGroup({ facts, opened }: { facts: Facts; opened: FilteredStances }) {
  const { slug } = facts.proposition;
  const { on, open, cursor, next, total, positions, silent } = opened;
  const steps = (
    <Pagination
      size={filteredPageSize}
      total={total}
      nextHref={next && stanceFilterHref(slug, { on, open, cursor: next })}
      firstHref={cursor ? stanceFilterHref(slug, { on, open }) : null}
    />
  );
  if (open === "silent") {
    return (
      <NonRespondentsGroup facts={facts} total={total}>
        <Names items={silent} />
        {steps}
      </NonRespondentsGroup>
    );
  }
  return (
    <Group id={open} mark={open} count={total}>
      <Notes positions={positions} />
      {steps}
    </Group>
  );
}

const Notes = ({ positions }: { positions: readonly Position[] }) => (
  <ul className="grid gap-x-8 gap-y-4 pt-3.5 text-small lg:grid-cols-2 print:block">
    {positions.map((position) => (
      <StanceEntry key={position.organization.slug} position={position} />
    ))}
  </ul>
);

type GroupProps = { id: string; mark: StanceMark; title?: string; count?: number | undefined; children: ReactNode };

function Group({ id, mark, title, count, children }: GroupProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="pt-7">
      <h3 id={`${id}-title`} className="flex items-center justify-between border-b border-ink pb-2 text-table">
        <StanceLine stance={mark} title={title} />
        {count !== undefined && <span className="count font-normal">{count}</span>}
      </h3>
      {children}
    </section>
  );
}

/** Absence is never an answer, and where some are hidden it is not even known to be an absence. */
function NonRespondentsGroup({ facts, total, children }: { facts: Facts; total: number; children: ReactNode }) {
  const t = useTranslations("positions.stances");
  const { someHidden } = facts.stanceGroups;
  const kind = someHidden ? "notShown" : "notRecorded";
  return (
    <Group
      id="silent"
      mark={someHidden ? "not_shown" : "not_recorded"}
      title={t(kind)}
      count={someHidden ? undefined : total}
    >
      <p className="pt-3 text-small text-ink-2">
        {t(`${kind}Meaning`)} {someHidden && total < fewestBlanks && t("fewBlanks")}
      </p>
      {children}
    </Group>
  );
}

function Names({ items }: { items: readonly OrganizationName[] }) {
  const locale = useLocale();
  return (
    <ul className="grid gap-x-8 gap-y-1.5 pt-2 text-small lg:grid-cols-2 print:grid-cols-2">
      {items.map(({ slug, name }) => (
        <li key={slug}>
          <Link href={`/organizations/${slug}`} className="inline-block min-h-6">
            {name[locale]}
          </Link>
        </li>
      ))}
    </ul>
  );
}
