import { getTranslations } from "next-intl/server";
import { requireAdministrator } from "@/components/accounts/require-administrator";
import { AdministrationView } from "@/components/network/administration-view";
import { api } from "@/lib/api/server";

export async function generateMetadata() {
  const t = await getTranslations("network");
  return { title: t("title") };
}

export default async function AdministrationPage() {
  await requireAdministrator();
  const [network, { items }] = await Promise.all([
    api.administration.network({}),
    api.administration.administrators({ limit: 100 }),
  ]);
  return <AdministrationView network={network} administrators={items} />;
}
