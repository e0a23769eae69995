import { getTranslations } from "next-intl/server";
import { loadUpdatesDesk } from "@/components/briefings/updates/load-updates";
import { UpdatesView } from "@/components/briefings/updates/updates-view";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata() {
  const t = await getTranslations("agendaDesk.updates");
  return { title: t("title") };
}

export default async function UpdatesPage({ params }: Props) {
  return <UpdatesView {...(await loadUpdatesDesk((await params).slug))} />;
}
