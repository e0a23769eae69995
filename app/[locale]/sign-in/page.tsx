import { getTranslations } from "next-intl/server";
import { SignInView } from "@/components/accounts/sign-in-view";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("accounts.signIn");
  return { title: t("title") };
}

export default async function SignInPage({ searchParams }: Props) {
  const { next } = await searchParams;
  return <SignInView next={[next].flat()[0]} />;
}
