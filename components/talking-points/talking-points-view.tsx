import { useLocale, useTranslations } from "next-intl";
import { ListFile } from "@/components/ui/csv-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { Pagination } from "@/components/ui/pagination";
import type { TalkingPointsFacts } from "./load-talking-points";
import { here, talkingPointsHref } from "./talking-point-href";
import { AsOfBanner, TalkingPointsFilters } from "./talking-points-filters";
import { TalkingPointsTable } from "./talking-points-table";

/** What the network can say: every point that the reader may read, its status, and whose answer is missing. */
export function TalkingPointsView({ facts }: { facts: TalkingPointsFacts }) {
  const t = useTranslations("talkingPoints.list");
  const locale = useLocale();
  const { items, total, nextCursor, choice, mayPropose, themes } = facts;
  const { cursor, sort, ...filters } = choice;
  const filtered = Object.values(filters).some((it) => it !== undefined);
  const propose = mayPropose && <ButtonLink href={`${here}/propose`}>{t("propose")}</ButtonLink>;
  return (
    <>
      <PageHead title={t("title")} actions={propose}>
        {t("lede")}
      </PageHead>
      <AsOfBanner asOf={choice.asOf} today={talkingPointsHref(choice, { asOf: null, cursor: null })} />
      <TalkingPointsFilters
        choice={choice}
        themes={themes.map(({ slug, title }) => ({ value: slug, label: title[locale] }))}
        end={
          <>
            <span className="text-ink-2">{t("found", { count: total })}</span>
            {total > 0 && <ListFile list="talking-points" choices={{ ...filters, sort }} />}
          </>
        }
      />
      {items.length > 0 ? (
        <TalkingPointsTable items={items} themes={themes} asOf={choice.asOf} />
      ) : (
        <EmptyState action={filtered ? <ButtonLink href={here}>{t("all")}</ButtonLink> : propose}>
          {t(filtered ? "emptyFiltered" : "empty")}
        </EmptyState>
      )}
      <Pagination
        nextHref={nextCursor ? talkingPointsHref(choice, { cursor: nextCursor }) : null}
        firstHref={cursor ? talkingPointsHref(choice, { cursor: null }) : null}
        size={items.length}
      />
    </>
  );
}
