import { getTranslations } from "next-intl/server";
import { EmailView } from "@/components/accounts/email-view";
import { requireAccount } from "@/components/accounts/require-account";
import { api } from "@/lib/api/server";

export async function generateMetadata() {
  const t = await getTranslations("accounts.email");
  return { title: t("title") };
}

export default async function EmailPage() {
  await requireAccount();
  const [me, { change }] = await Promise.all([api.people.me(), api.emailChange.read()]);
  return <EmailView me={me} change={change} />;
}
