import { getTranslations } from "next-intl/server";
import { loadProfileForm } from "@/components/organizations/load-membership";
import { ProfileView } from "@/components/organizations/profile-view";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  const t = await getTranslations("organizations.profile");
  return { title: t("title") };
}

export default async function ProfilePage({ params }: Props) {
  const { slug } = await params;
  return <ProfileView {...(await loadProfileForm(slug))} />;
}
