import { getTranslations } from "next-intl/server";
import { OrganizationsView } from "@/components/organizations/organizations-view";
import { readCursor } from "@/components/positions/on";
import { api } from "@/lib/api/server";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("organizations");
  return { title: t("title") };
}

export default async function OrganizationsPage({ searchParams }: Props) {
  const asked = await searchParams;
  const q = typeof asked.q === "string" ? asked.q.slice(0, 100) : undefined;
  const status = (["member", "observer"] as const).find((it) => it === asked.status);
  const cursor = readCursor(asked.cursor);
  const organizations = await api.organizations.list({
    ...(q && { q }),
    ...(status && { status }),
    ...(cursor && { cursor }),
  });
  return <OrganizationsView organizations={organizations} q={q} status={status} later={cursor !== undefined} />;
}
