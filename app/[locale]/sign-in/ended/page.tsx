import { getLocale, getTranslations } from "next-intl/server";
import { SignInLinkEndedView } from "@/components/accounts/sign-in-link-ended-view";
import { safeNext } from "@/lib/platform/session/safe-next";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("accounts.ended");
  return { title: t("title"), robots: { index: false } };
}

export default async function EndedPage({ searchParams }: Props) {
  const { next } = await searchParams;
  return <SignInLinkEndedView next={safeNext([next].flat()[0], `/${await getLocale()}`)} />;
}
