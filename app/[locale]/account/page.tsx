import { getTranslations } from "next-intl/server";
import { requireAccount } from "@/components/accounts/require-account";
import { AccountView } from "@/components/home/account-view";
import { api } from "@/lib/api/server";

export async function generateMetadata() {
  const t = await getTranslations("accounts.account");
  return { title: t("title") };
}

export default async function AccountPage() {
  await requireAccount();
  const [me, { items: views }] = await Promise.all([api.people.me(), api.positions.views.list({})]);
  return <AccountView me={me} views={views} />;
}
