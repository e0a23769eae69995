import { getTranslations } from "next-intl/server";
import { loadOffices } from "@/components/offices/load-offices";
import { OfficesView } from "@/components/offices/offices-view";
import type { PageQuery } from "@/components/talking-points/talking-points-query";

type Props = { searchParams: Promise<PageQuery> };

export async function generateMetadata() {
  const t = await getTranslations("offices.list");
  return { title: t("title") };
}

export default async function OfficesPage({ searchParams }: Props) {
  return <OfficesView facts={await loadOffices(await searchParams)} />;
}
