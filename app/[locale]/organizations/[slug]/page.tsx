import { getLocale } from "next-intl/server";
import { cache } from "react";
import { readOrganization } from "@/components/organizations/organization";
import { OrganizationView } from "@/components/organizations/organization-view";
import { readCursor, readOn } from "@/components/positions/on";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<{ on?: string | string[]; cursor?: string | string[] }>;
};

const read = cache(readOrganization);

async function readPage({ params, searchParams }: Props) {
  const [{ slug }, { on, cursor }] = await Promise.all([params, searchParams]);
  return read(slug, readOn(on), readCursor(cursor));
}

export async function generateMetadata(props: Props) {
  const [{ organization }, locale] = await Promise.all([readPage(props), getLocale()]);
  return { title: organization.name[locale], description: organization.mandate[locale] };
}

export default async function OrganizationPage(props: Props) {
  return <OrganizationView facts={await readPage(props)} />;
}
