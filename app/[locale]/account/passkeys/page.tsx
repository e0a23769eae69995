import { getTranslations } from "next-intl/server";
import { PasskeysView } from "@/components/accounts/passkeys-view";
import { requireAccount } from "@/components/accounts/require-account";
import { api } from "@/lib/api/server";

export async function generateMetadata() {
  const t = await getTranslations("accounts.passkeys");
  return { title: t("title") };
}

export default async function PasskeysPage() {
  await requireAccount();
  const [passkeys, me] = await Promise.all([api.passkeys.list({ limit: 100 }), api.people.me()]);
  return <PasskeysView passkeys={passkeys} me={me} />;
}
