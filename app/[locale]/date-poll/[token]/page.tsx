import { getTranslations } from "next-intl/server";
import { DatePollView } from "@/components/briefings/dates/date-poll-view";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata() {
  const t = await getTranslations("briefingDates.link");
  return { title: t("title"), robots: { index: false } };
}

export default async function DatePollPage({ params }: Props) {
  return <DatePollView token={(await params).token} />;
}
