import { getTranslations } from "next-intl/server";
import { readChoice } from "@/components/agreement/choice";
import { readMapFacts, readReservation } from "@/components/agreement/map/facts";
import { MapView } from "@/components/agreement/map/map-view";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("map");
  return { title: t("title") };
}

export default async function AgreementMapPage({ searchParams }: Props) {
  const query = await searchParams;
  return <MapView facts={await readMapFacts(readChoice(query), readReservation(query))} />;
}
