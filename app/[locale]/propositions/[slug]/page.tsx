import { getLocale } from "next-intl/server";
import { cache } from "react";
import { loadProposition } from "@/components/positions/load-proposition";
import { PropositionView } from "@/components/positions/proposition-view";
import { type PropositionQuery as Query, readPropositionQuery } from "@/components/positions/stance-filter";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Asked for twice, for the title and for the page; compared by its parts. */
const read = cache((slug: string, on: Query["on"], open: Query["open"], cursor: Query["cursor"]) =>
  loadProposition(slug, { on, open, cursor }),
);

async function readPage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  const { on, open, cursor } = readPropositionQuery(query);
  return read(slug, on, open, cursor);
}

export async function generateMetadata(props: Props) {
  const [{ proposition }, locale] = await Promise.all([readPage(props), getLocale()]);
  return { title: proposition.title[locale], description: proposition.statement[locale] };
}

export default async function PropositionPage(props: Props) {
  return <PropositionView facts={await readPage(props)} />;
}
