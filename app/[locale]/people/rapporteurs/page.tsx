import { getTranslations } from "next-intl/server";
import { requireAccount } from "@/components/accounts/require-account";
import { RapporteursView, rapporteursSize } from "@/components/briefings/rapporteurs-view";
import { orNotFound } from "@/lib/api/or-not-found";
import { api } from "@/lib/api/server";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata() {
  const t = await getTranslations("briefings.rapporteurs");
  return { title: t("title") };
}

export default async function RapporteursPage({ searchParams }: Props) {
  await requireAccount();
  const cursor = [(await searchParams).cursor].flat()[0] || undefined;
  const page = { limit: rapporteursSize, ...(cursor && { cursor }) };
  return <RapporteursView list={await orNotFound(api.convening.rapporteurs.list(page))} later={Boolean(cursor)} />;
}
