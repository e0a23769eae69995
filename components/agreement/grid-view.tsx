import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Grid } from "@/components/ui/grid";
import { ButtonLink } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { StanceKey } from "@/components/ui/stance-key";
import { AgreementHead } from "./agreement-head";
import { hrefOf } from "./choice";
import "./grid.css";
import "./grid-phone.css";
import "./grid-print.css";
import { GridTable } from "./grid-table";
import "./grid-wide.css";
import "./grid-wide-print.css";
import { type SheetFacts, sheetWidth } from "./sheet";

/** Organizations by propositions, everything a reader may read on one sheet. */
export function GridView({ facts }: { facts: SheetFacts }) {
  const t = useTranslations("agreement");
  return (
    <div className="agree-page">
      <AgreementHead facts={facts} twin="list" />
      {facts.columns.length === 0 || facts.total === 0 ? (
        <Nothing facts={facts} />
      ) : (
        <>
          <div className="no-print">
            <StanceKey />
          </div>
          <Grid label={t("grid")}>
            <GridTable facts={facts} />
          </Grid>
          <Steps facts={facts} path="/agreement" />
        </>
      )}
    </div>
  );
}

/** No organization to compare, or no proposition: what to do next. */
export function Nothing({ facts }: { facts: { columns: readonly unknown[] } }) {
  const t = useTranslations("agreement");
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
export function Steps({ facts: { choice, nextCursor }, path }: { facts: SheetFacts; path: string }) {
  const { cursor, ...first } = choice;
  return (
    <Pagination
      size={sheetWidth}
      nextHref={nextCursor ? hrefOf(path, { ...first, cursor: nextCursor }) : null}
      firstHref={cursor ? hrefOf(path, first) : null}
    />
  );
}
