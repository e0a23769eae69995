import { useTranslations } from "next-intl";
import { StanceKey } from "@/components/stances/stance-key";
import { EmptyState } from "@/components/ui/empty-state";
import { Grid } from "@/components/ui/grid";
import { ButtonLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { AgreementHead } from "./agreement-head";
import { hrefOf } from "./agreement-query";
import "./grid.css";
import "./grid-phone.css";
import "./grid-print.css";
import { GridTable } from "./grid-table";
import "./grid-wide.css";
import "./grid-wide-print.css";
import { columnsPerPage, type GridFacts } from "./load-grid";

/** Organizations by propositions, everything a reader may read on one sheet. */
export function GridView({ facts }: { facts: GridFacts }) {
  const t = useTranslations("agreement.grid");
  return (
    <div className="agree-page">
      <AgreementHead facts={facts} twin="table" />
      {facts.columns.length === 0 || facts.total === 0 ? (
        <EmptyGrid facts={facts} />
      ) : (
        <>
          <div className="no-print">
            <StanceKey />
          </div>
          <Grid label={t("label")}>
            <GridTable facts={facts} />
          </Grid>
          <GridPages facts={facts} path="/agreement" />
        </>
      )}
    </div>
  );
}

/** No organization to compare, or no proposition: what to do next. */
export function EmptyGrid({ facts }: { facts: { columns: readonly unknown[] } }) {
  const t = useTranslations("agreement.grid");
  if (facts.columns.length === 0) {
    return (
      <EmptyState action={<ButtonLink href="/positions">{t("readPropositions")}</ButtonLink>}>{t("empty")}</EmptyState>
    );
  }
  return (
    <EmptyState action={<ButtonLink href="/agreement">{t("allThemes")}</ButtonLink>}>{t("emptyTheme")}</EmptyState>
  );
}

/** Beyond fifty organizations the columns come by pages; counts and categories are over all of them. */
export function GridPages({ facts: { choice, nextCursor }, path }: { facts: GridFacts; path: string }) {
  const { cursor, ...first } = choice;
  return (
    <Pagination
      size={columnsPerPage}
      nextHref={nextCursor ? hrefOf(path, { ...first, cursor: nextCursor }) : null}
      firstHref={cursor ? hrefOf(path, first) : null}
    />
  );
}
