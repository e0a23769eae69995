import { getTranslations } from "next-intl/server";
import { requireAccount } from "@/components/people/require-account";
import { readWelcome } from "@/components/people/welcome";
import { WelcomeView } from "@/components/people/welcome-view";

export async function generateMetadata() {
  const t = await getTranslations("acting.welcome");
  return { title: t("title") };
}

export default async function WelcomePage() {
  await requireAccount("/welcome");
  return <WelcomeView {...(await readWelcome())} />;
}
