import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { EmptyGrid } from "../grid-view";
import { PrintButton } from "../print-button";
import { ThemeFilter } from "../theme-filter";
import { ViewHead } from "../view-head";
import { type Bundle, bundleQuery } from "./bundle-query";
import { Explorer } from "./explorer";
import type { ExplorerPageFacts } from "./load-explorer";

/** What can be said together, by whom: bundles of propositions, and coalitions of organizations. */
export function ExplorerView({ facts, bundle }: { facts: ExplorerPageFacts; bundle: Bundle }) {
  const { explorer, choice } = facts;
  const { theme } = choice;
  return (
    <>
      <Head facts={facts} bundle={bundle} />
      {explorer.organizations.length === 0 ? (
        <EmptyGrid facts={{ columns: [] }} />
      ) : (
        <ProvideMessages of={["agreement.explorer", "stances"]}>
          <Explorer facts={explorer} initial={bundle} kept={{ ...(theme && { theme }) }} />
        </ProvideMessages>
      )}
    </>
  );
}

function Head({ facts: { choice, themes }, bundle }: { facts: ExplorerPageFacts; bundle: Bundle }): ReactNode {
  const t = useTranslations("agreement.explorer");
  const words = useTranslations("agreement.grid");
  return (
    <ViewHead
      view="explorer"
      title={t("heading")}
      choice={choice}
      keep={bundleQuery(bundle)}
      filters={<ThemeFilter themes={themes} theme={choice.theme} />}
      end={<PrintButton label={words("print")} />}
    >
      {t("lede")}
    </ViewHead>
  );
}
