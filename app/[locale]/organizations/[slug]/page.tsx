import { getLocale } from "next-intl/server";
import { cache } from "react";
import { readOrganization } from "@/components/organizations/organization";
import { OrganizationView } from "@/components/organizations/organization-view";

type Props = { params: Promise<{ slug: string }> };

const read = cache(readOrganization);

export async function generateMetadata({ params }: Props) {
  const [{ organization }, locale] = await Promise.all([read((await params).slug), getLocale()]);
  return { title: organization.name[locale], description: organization.mandate[locale] };
}

export default async function OrganizationPage({ params }: Props) {
  return <OrganizationView facts={await read((await params).slug)} />;
}
