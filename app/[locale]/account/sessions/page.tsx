import { getTranslations } from "next-intl/server";
import { requireAccount } from "@/components/accounts/require-account";
import { SessionsView } from "@/components/accounts/sessions-view";
import { api } from "@/lib/api/server";

type Props = { searchParams: Promise<{ cursor?: string }> };

export async function generateMetadata() {
  const t = await getTranslations("accounts.sessions");
  return { title: t("title") };
}

export default async function SessionsPage({ searchParams }: Props) {
  await requireAccount();
  const { cursor } = await searchParams;
  const page = { limit: 50, ...(typeof cursor === "string" ? { cursor } : {}) };
  return <SessionsView sessions={await api.people.listSessions(page)} me={await api.people.me()} />;
}
