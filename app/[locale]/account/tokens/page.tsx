import { getTranslations } from "next-intl/server";
import { requireAccount } from "@/components/accounts/require-account";
import { TokensView } from "@/components/accounts/tokens-view";
import { api } from "@/lib/api/server";

type Props = { searchParams: Promise<{ cursor?: string }> };

export async function generateMetadata() {
  const t = await getTranslations("accounts.tokens");
  return { title: t("title") };
}

export default async function TokensPage({ searchParams }: Props) {
  await requireAccount();
  const { cursor } = await searchParams;
  const page = { limit: 50, ...(typeof cursor === "string" ? { cursor } : {}) };
  return <TokensView tokens={await api.people.listTokens(page)} me={await api.people.me()} />;
}
