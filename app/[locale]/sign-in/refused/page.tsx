import { getLocale, getTranslations } from "next-intl/server";
import { SignInRefusedView } from "@/components/accounts/sign-in-refused-view";
import { safeNext } from "@/lib/platform/session/safe-next";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("accounts.signInRefused");
  return { title: t("title"), robots: { index: false } };
}

export default async function RefusedPage({ searchParams }: Props) {
  const { why, next } = await searchParams;
  return <SignInRefusedView why={[why].flat()[0]} next={safeNext([next].flat()[0], `/${await getLocale()}`)} />;
}
