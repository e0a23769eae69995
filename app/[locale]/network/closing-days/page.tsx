import { getTranslations } from "next-intl/server";
import { ClosingDaysView } from "@/components/network/closing-days/closing-days-view";
import { type ClosingDaysQuery, loadClosingDays } from "@/components/network/closing-days/load-closing-days";

type Props = { searchParams: Promise<ClosingDaysQuery> };

export async function generateMetadata() {
  const t = await getTranslations("closingDays");
  return { title: t("title") };
}

export default async function ClosingDaysPage({ searchParams }: Props) {
  return <ClosingDaysView closingDays={await loadClosingDays(await searchParams)} />;
}
