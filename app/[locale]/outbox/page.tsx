import { getTranslations } from "next-intl/server";
import { OutboxView } from "@/components/accounts/outbox-view";
import { orNotFound } from "@/lib/api/or-not-found";
import { api } from "@/lib/api/server";

type Props = { searchParams: Promise<{ cursor?: string }> };

export async function generateMetadata() {
  const t = await getTranslations("accounts.outbox");
  return { title: t("title") };
}

export default async function OutboxPage({ searchParams }: Props) {
  const { cursor } = await searchParams;
  const page = { limit: 20, ...(typeof cursor === "string" ? { cursor } : {}) };
  return <OutboxView mails={await orNotFound(api.people.listOutbox(page))} />;
}
