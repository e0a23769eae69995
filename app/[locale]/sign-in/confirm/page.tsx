import { getTranslations } from "next-intl/server";
import { ConfirmSignInView } from "@/components/accounts/confirm-sign-in-view";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("accounts.confirm");
  return { title: t("title"), robots: { index: false } };
}

export default async function ConfirmPage({ searchParams }: Props) {
  const { token, next } = await searchParams;
  return <ConfirmSignInView token={[token].flat()[0] ?? ""} next={[next].flat()[0]} />;
}
