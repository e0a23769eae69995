import { useLocale, useTranslations } from "next-intl";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { CodeChip } from "@/components/ui/code-chip";
import { ListFile } from "@/components/ui/csv-link";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar, FilterSelect } from "@/components/ui/filter-bar";
import { longDay } from "@/components/ui/format-moment";
import { ButtonLink, Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { Pagination } from "@/components/ui/pagination";
import { Table, type TableColumn } from "@/components/ui/table";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { type Proposal, proposalStates } from "@/lib/proposals/schema";
import type { ProposalsFacts } from "./load-proposals";
import { StateStamp } from "./state-stamp";

const here = "/propositions/proposals";

/** What members would have the network take stances on: whose it is, what became of it, and why. */
export function ProposalsView({ facts }: { facts: ProposalsFacts }) {
  const t = useTranslations("proposals.list");
  const positions = useTranslations("positions")("title");
  const states = useTranslations("proposals.state");
  const locale = useLocale();
  const { items, total, nextCursor, waiting, choice, organizations, mayPropose } = facts;
  const { state, organization, cursor } = choice;
  const filtered = state !== undefined || organization !== undefined;
  const hrefAt = (at: string | null) => {
    const query = new URLSearchParams();
    for (const [key, value] of Object.entries({ state, organization, cursor: at })) if (value) query.set(key, value);
    return query.size > 0 ? `${here}?${query}` : here;
  };
  const propose = mayPropose && <ButtonLink href="/propositions/propose">{t("propose")}</ButtonLink>;
  return (
    <>
      <Breadcrumb steps={[{ label: positions, href: "/positions" }]} />
      <PageHead title={t("title")} actions={propose}>
        {t("lede", { count: waiting })}
      </PageHead>
      <FilterBar
        label={t("filter")}
        end={
          <>
            <span className="text-ink-2">{t("found", { count: total })}</span>
            {total > 0 && <ListFile list="proposals" choices={{ state, organization }} />}
          </>
        }
      >
        <FilterSelect
          label={t("state")}
          name="state"
          value={state}
          options={[
            { value: "", label: t("anyState") },
            ...proposalStates.map((value) => ({ value, label: states(value) })),
          ]}
        />
        {organizations.length > 0 && (
          <FilterSelect
            label={t("organization")}
            name="organization"
            value={organization}
            options={[
              { value: "", label: t("anyOrganization") },
              ...organizations.map((it) => ({ value: it.slug, label: locale === "fr" ? it.nameFr : it.nameEn })),
            ]}
          />
        )}
      </FilterBar>
      {items.length > 0 ? (
        <ProposalTable items={items} />
      ) : (
        <EmptyState
          action={
            filtered ? (
              <ButtonLink href={here}>{t("all")}</ButtonLink>
            ) : (
              propose || <ButtonLink href="/positions">{t("propositions")}</ButtonLink>
            )
          }
        >
          {t(filtered ? "emptyFiltered" : "empty")}
        </EmptyState>
      )}
      <Pagination
        nextHref={nextCursor ? hrefAt(nextCursor) : null}
        firstHref={cursor ? hrefAt(null) : null}
        size={items.length}
      />
    </>
  );
}

function ProposalTable({ items }: { items: readonly Proposal[] }) {
  const t = useTranslations("proposals.list");
  const locale = useLocale();
  const columns: TableColumn<Proposal>[] = [
    { key: "title", label: t("column.title"), head: true, cell: (it) => <Title proposal={it} /> },
    {
      key: "organization",
      label: t("column.organization"),
      cell: ({ organization: { code, name, short } }) => (
        <span className="flex items-baseline gap-2">
          <CodeChip code={code} name={name[locale]} />
          {short[locale]}
        </span>
      ),
    },
    { key: "state", label: t("column.state"), cell: (it) => <Outcome proposal={it} /> },
    {
      key: "when",
      label: t("column.when"),
      cell: (it) => {
        const at = it.decidedAt ?? it.proposedAt;
        return at ? longDay(new Date(at), locale) : "";
      },
    },
  ];
  return <Table caption={t("title")} columns={columns} rows={items} rowKey={(it) => it.id} />;
}

function Title({ proposal: { id, title, statement } }: { proposal: Proposal }) {
  const t = useTranslations("proposals.list");
  const locale = useLocale();
  const name = pickLanguage(title, locale);
  const words = pickLanguage(statement, locale);
  return (
    <span className="grid max-w-[60ch] gap-0.5">
      <Link href={`${here}/${id}`} className="justify-self-start font-semibold" {...(name && { lang: name.lang })}>
        {name?.text ?? t("untitled")}
      </Link>
      {words && (
        <span lang={words.lang} className="font-normal font-words [overflow-wrap:anywhere]">
          {words.text}
        </span>
      )}
    </span>
  );
}

/** What became of it: the word, where it leads, and the reason for whom it is addressed to. */
function Outcome({ proposal: { state, answer, proposition } }: { proposal: Proposal }) {
  const t = useTranslations("proposals.list");
  const locale = useLocale();
  return (
    <span className="grid justify-items-start gap-1">
      <StateStamp state={state} />
      {proposition && (
        <span>
          {t.rich(state === "merged" ? "mergedInto" : "into", {
            title: proposition.title[locale],
            link: (words) => <Link href={`/propositions/${proposition.slug}`}>{words}</Link>,
          })}
        </span>
      )}
      {answer && (
        <span className="max-w-[48ch] text-small text-ink-2 [overflow-wrap:anywhere]">
          {t("reason", { reason: answer })}
        </span>
      )}
    </span>
  );
}
