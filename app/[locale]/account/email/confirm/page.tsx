import { getTranslations } from "next-intl/server";
import { ConfirmEmailView } from "@/components/accounts/confirm-email-view";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("accounts.email");
  return { title: t("title"), robots: { index: false } };
}

export default async function ConfirmEmailPage({ searchParams }: Props) {
  const { token } = await searchParams;
  return <ConfirmEmailView token={[token].flat()[0] ?? ""} />;
}
