import { getTranslations } from "next-intl/server";
import { loadMembership } from "@/components/organizations/load-membership";
import { MembershipView } from "@/components/organizations/membership-view";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  const t = await getTranslations("membership.status");
  return { title: t("title") };
}

export default async function AdmissionPage({ params }: Props) {
  const { slug } = await params;
  return <MembershipView {...(await loadMembership(slug))} />;
}
