import { getTranslations } from "next-intl/server";
import { EditClosingDaysView } from "@/components/network/closing-days/edit-view";
import { type ClosingDaysQuery, loadKeeping } from "@/components/network/closing-days/load-closing-days";

type Props = { searchParams: Promise<ClosingDaysQuery> };

export async function generateMetadata() {
  const t = await getTranslations("closingDays");
  return { title: t("editTitle") };
}

export default async function EditClosingDaysPage({ searchParams }: Props) {
  return <EditClosingDaysView closingDays={await loadKeeping(await searchParams)} />;
}
