import { getTranslations } from "next-intl/server";
import { ProvidersView } from "@/components/accounts/providers-view";
import { requireAdministrator } from "@/components/accounts/require-administrator";
import { collectPages } from "@/lib/api/collect-pages";
import { api } from "@/lib/api/server";

export async function generateMetadata() {
  const t = await getTranslations("accounts.providers");
  return { title: t("title") };
}

export default async function SignInSettingsPage() {
  await requireAdministrator();
  const [providers, members, observers, me] = await Promise.all([
    collectPages((place) => api.providers.list(place)),
    collectPages((place) => api.organizations.list({ ...place, status: "member" })),
    collectPages((place) => api.organizations.list({ ...place, status: "observer" })),
    api.people.me(),
  ]);
  return <ProvidersView providers={providers} organizations={[...members, ...observers]} fresh={me.may.commitNow} />;
}
