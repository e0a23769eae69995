import { getTranslations } from "next-intl/server";
import { requireAccount } from "@/components/accounts/require-account";
import { loadWelcome } from "@/components/home/load-welcome";
import { WelcomeView } from "@/components/home/welcome-view";

export async function generateMetadata() {
  const t = await getTranslations("accounts.welcome");
  return { title: t("title") };
}

export default async function WelcomePage() {
  await requireAccount();
  return <WelcomeView {...(await loadWelcome())} />;
}
