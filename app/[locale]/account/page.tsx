import { getTranslations } from "next-intl/server";
import { AccountView } from "@/components/home/account-view";
import { requireAccount } from "@/components/accounts/require-account";
import { api } from "@/lib/api/server";

export async function generateMetadata() {
  const t = await getTranslations("people.account");
  return { title: t("title") };
}

export default async function AccountPage() {
  await requireAccount("/account");
  const [me, { items: views }] = await Promise.all([api.people.me(), api.positions.views.list({})]);
  return <AccountView me={me} views={views} />;
}
