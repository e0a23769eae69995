import { getLocale } from "next-intl/server";
import { cache } from "react";
import { loadOrganization } from "@/components/positions/load-organization";
import { OrganizationView } from "@/components/positions/organization-view";
import { readPositionsQuery } from "@/components/positions/positions-query";
import type { Query } from "@/lib/platform/http/query-params";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Query>;
};

/** Read once for the title and the page: a choice is the same where its address is. */
const read = cache((slug: string, query: string) => loadOrganization(slug, readPositionsQuery(JSON.parse(query))));

async function readPage({ params, searchParams }: Props) {
  const [{ slug }, query] = await Promise.all([params, searchParams]);
  return read(slug, JSON.stringify(query));
}

export async function generateMetadata(props: Props) {
  const [{ organization }, locale] = await Promise.all([readPage(props), getLocale()]);
  return { title: organization.name[locale], description: organization.mandate[locale] };
}

export default async function OrganizationPage(props: Props) {
  return <OrganizationView facts={await readPage(props)} />;
}
