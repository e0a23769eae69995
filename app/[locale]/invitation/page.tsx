import { getTranslations } from "next-intl/server";
import { InvitationView } from "@/components/organizations/invitation-view";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("membership.invite");
  return { title: t("page"), robots: { index: false } };
}

export default async function InvitationPage({ searchParams }: Props) {
  const { token } = await searchParams;
  return <InvitationView token={[token].flat()[0] ?? ""} />;
}
