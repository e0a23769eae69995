import { getTranslations } from "next-intl/server";
import { readPeople } from "@/components/organizations/people";
import { PeopleView } from "@/components/organizations/people-view";
import { requireAccount } from "@/components/people/require-account";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  const t = await getTranslations("acting.people");
  return { title: t("title") };
}

export default async function OrganizationPeoplePage({ params }: Props) {
  const { slug } = await params;
  await requireAccount(`/organizations/${slug}/people`);
  return <PeopleView {...(await readPeople(slug))} />;
}
