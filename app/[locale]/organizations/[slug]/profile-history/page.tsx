import { getTranslations } from "next-intl/server";
import { requireAccount } from "@/components/accounts/require-account";
import { loadProfileHistory } from "@/components/organizations/load-profile-history";
import { ProfileHistoryView } from "@/components/organizations/profile-history-view";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  const t = await getTranslations("organizations.profileHistory");
  return { title: t("title") };
}

export default async function EarlierTextsPage({ params }: Props) {
  const { slug } = await params;
  await requireAccount();
  return <ProfileHistoryView {...(await loadProfileHistory(slug))} />;
}
