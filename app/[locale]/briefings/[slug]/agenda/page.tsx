import { getTranslations } from "next-intl/server";
import { AgendaDeskView } from "@/components/briefings/agenda/agenda-desk-view";
import { loadAgendaDesk } from "@/components/briefings/agenda/load-agenda";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  const t = await getTranslations("agendaDesk");
  return { title: t("title") };
}

export default async function AgendaPage({ params }: Props) {
  return <AgendaDeskView {...(await loadAgendaDesk((await params).slug))} />;
}
