import { getTranslations } from "next-intl/server";
import { ProvidersView } from "@/components/accounts/providers-view";
import { requireAdministrator } from "@/components/accounts/require-administrator";
import { api } from "@/lib/api/server";

export async function generateMetadata() {
  const t = await getTranslations("accounts.providers");
  return { title: t("title") };
}

export default async function SignInSettingsPage() {
  await requireAdministrator();
  const [providers, members, observers, me] = await Promise.all([
    api.providers.list({ limit: 100 }),
    api.organizations.list({ limit: 100, status: "member" }),
    api.organizations.list({ limit: 100, status: "observer" }),
    api.people.me(),
  ]);
  const organizations = [...members.items, ...observers.items];
  return <ProvidersView providers={providers.items} organizations={organizations} fresh={me.may.commitNow} />;
}
