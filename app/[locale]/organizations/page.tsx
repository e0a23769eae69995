import { getTranslations } from "next-intl/server";
import { OrganizationsView } from "@/components/organizations/organizations-view";
import { readCursor } from "@/components/positions/as-of-param";
import { api } from "@/lib/api/server";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("organizations");
  return { title: t("title") };
}

export default async function OrganizationsPage({ searchParams }: Props) {
  const query = await searchParams;
  const q = typeof query.q === "string" ? query.q.slice(0, 100) : undefined;
  const status = (["member", "observer"] as const).find((it) => it === query.status);
  const cursor = readCursor(query.cursor);
  const organizations = await api.organizations.list({
    ...(q && { q }),
    ...(status && { status }),
    ...(cursor && { cursor }),
  });
  return <OrganizationsView organizations={organizations} q={q} status={status} later={cursor !== undefined} />;
}
