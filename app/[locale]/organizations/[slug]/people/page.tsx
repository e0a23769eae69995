import { getTranslations } from "next-intl/server";
import { requireAccount } from "@/components/accounts/require-account";
import { loadPeople } from "@/components/organizations/load-people";
import { PeopleView } from "@/components/organizations/people-view";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  const t = await getTranslations("membership.people");
  return { title: t("title") };
}

export default async function OrganizationPeoplePage({ params }: Props) {
  const { slug } = await params;
  await requireAccount();
  return <PeopleView {...(await loadPeople(slug))} />;
}
