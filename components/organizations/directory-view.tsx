import { useLocale, useTranslations } from "next-intl";
import { ListFile } from "@/components/ui/csv-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink, Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { Pagination } from "@/components/ui/pagination";
import { SearchField } from "@/components/ui/search-field";
import { Stamp } from "@/components/ui/stamp";
import { Table } from "@/components/ui/table";
import type { ActingPerson } from "@/lib/organizations/schema.people";

type DirectoryViewProps = {
  people: { items: ActingPerson[]; nextCursor: string | null; total: number };
  /** As asked for in the address. */
  q: string | undefined;
  later: boolean;
};

export const directorySize = 50;

/** Who acts for whom, as each chose to be known. */
export function DirectoryView({ people: { items, nextCursor, total }, q, later }: DirectoryViewProps) {
  const t = useTranslations("membership");
  const uiText = useTranslations("ui");
  const rapporteurs = useTranslations("briefings.rapporteurs");
  const locale = useLocale();
  const href = (cursor: string | null) => {
    const query = new URLSearchParams({ ...(q && { q }), ...(cursor && { cursor }) }).toString();
    return query ? `/people?${query}` : "/people";
  };
  return (
    <>
      <PageHead title={t("directory.title")}>{t("directory.lede", { count: total })}</PageHead>
      <div className="grid gap-1 pt-3 pb-4">
        <SearchField label={t("directory.search")} value={q} />
        {total > 0 && (
          <p className="text-right text-small">
            <ListFile list="people" choices={{ q }} />
          </p>
        )}
      </div>
      {items.length > 0 ? (
        <Table
          caption={t("directory.caption")}
          rows={items}
          rowKey={(it) => `${it.organization.slug} ${it.id ?? it.name ?? ""}`}
          columns={[
            {
              key: "name",
              label: t("people.name"),
              head: true,
              cell: (it) => (
                <span className="flex flex-wrap items-center gap-2">
                  <bdi>{it.name ?? uiText("unnamed")}</bdi>{" "}
                  {it.viewer.self && <Stamp kind="pen">{uiText("you")}</Stamp>}
                </span>
              ),
            },
            {
              key: "organization",
              label: t("directory.organization"),
              cell: ({ organization }) => (
                <Link href={`/organizations/${organization.slug}/people`}>{organization.name[locale]}</Link>
              ),
            },
          ]}
        />
      ) : (
        <EmptyState action={q && <ButtonLink href="/people">{t("directory.all")}</ButtonLink>}>
          {t("directory.empty")}
        </EmptyState>
      )}
      <Pagination
        nextHref={nextCursor && href(nextCursor)}
        firstHref={later ? href(null) : null}
        size={directorySize}
      />
      <p className="max-w-[64ch] pt-6 text-ink-2">{t("directory.choose")}</p>
      <p className="pt-2">
        <Link href="/people/rapporteurs">{rapporteurs("link")}</Link>
      </p>
    </>
  );
}
