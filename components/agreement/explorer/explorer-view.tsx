import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BringWords } from "@/components/frame/bring-words";
import { Nothing } from "../grid-view";
import { PrintButton } from "../print-button";
import { ThemeFilter } from "../theme-filter";
import { ViewHead } from "../view-head";
import { type Bundle, bundleQuery } from "./choice";
import { Explorer } from "./explorer";
import type { ExplorerSheet } from "./read-facts";

/** What can be said together, by whom: bundles of propositions, and coalitions of organizations. */
export function ExplorerView({ facts, bundle }: { facts: ExplorerSheet; bundle: Bundle }) {
  const { explorer, choice } = facts;
  const { theme } = choice;
  return (
    <>
      <Head facts={facts} bundle={bundle} />
      {explorer.organizations.length === 0 ? (
        <Nothing facts={{ columns: [] }} />
      ) : (
        <BringWords of={["explorer", "stances"]}>
          <Explorer facts={explorer} initial={bundle} kept={{ ...(theme && { theme }) }} />
        </BringWords>
      )}
    </>
  );
}

function Head({ facts: { choice, themes }, bundle }: { facts: ExplorerSheet; bundle: Bundle }): ReactNode {
  const t = useTranslations("explorer");
  const words = useTranslations("agreement");
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
