import { getTranslations } from "next-intl/server";
import { readAgreementQuery } from "@/components/agreement/agreement-query";
import { loadMap, readReservation } from "@/components/agreement/map/load-map";
import { MapView } from "@/components/agreement/map/map-view";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("agreement.map");
  return { title: t("title") };
}

export default async function AgreementMapPage({ searchParams }: Props) {
  const query = await searchParams;
  return <MapView facts={await loadMap(readAgreementQuery(query), readReservation(query))} />;
}
