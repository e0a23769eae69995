import { getTranslations } from "next-intl/server";
import { OrganizationsView } from "@/components/organizations/organizations-view";
import { readEvery } from "@/components/positions/read-every";
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
  const organizations = await readEvery((place) =>
    api.organizations.list({ ...place, ...(q && { q }), ...(status && { status }) }),
  );
  return <OrganizationsView organizations={organizations} q={q} status={status} />;
}
