import { useLocale, useTranslations } from "next-intl";
import { PageHead } from "@/components/ui/page-head";
import { groupByInitial } from "@/lib/library/rules";
import type { GlossaryFilters, GlossaryTerm } from "@/lib/library/schema";
import { GlossaryTable } from "./glossary-table";
import { LibraryNav } from "./library-nav";
import { ListTools } from "./list-tools";
import { NothingFound } from "./nothing-found";

type GlossaryListProps = { terms: readonly GlossaryTerm[]; all: number; choices: GlossaryFilters };

function Letters({ initials }: { initials: readonly string[] }) {
  const t = useTranslations("library.glossary");
  return (
    <nav aria-label={t("letters")} className="pt-4 print:hidden">
      <ul className="-ml-2 flex flex-wrap">
        {initials.map((initial) => (
          <li key={initial}>
            <a
              href={`#letter-${initial}`}
              className="grid min-h-(--control-small) min-w-(--control-small) place-items-center font-words text-h3 no-underline hover:bg-pen-wash hover:underline"
            >
              {initial}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

export function GlossaryList({ terms, all, choices }: GlossaryListProps) {
  const t = useTranslations("library.glossary");
  const groups = groupByInitial(terms, useLocale());
  return (
    <>
      <LibraryNav current="glossary" />
      <PageHead title={t("title")}>{t("lede", { count: all })}</PageHead>
      <ListTools
        search={t("search")}
        choices={choices}
        count={choices.q ? t("some", { count: terms.length, all }) : t("count", { count: all })}
        list="glossary"
      />
      {terms.length === 0 ? (
        <NothingFound back={t("showAll", { count: all })} href="/glossary">
          {t("empty")}
        </NothingFound>
      ) : (
        <>
          {groups.length > 3 && <Letters initials={groups.map(([initial]) => initial)} />}
          <GlossaryTable groups={groups} />
        </>
      )}
    </>
  );
}
