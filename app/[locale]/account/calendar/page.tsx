import { getTranslations } from "next-intl/server";
import { requireAccount } from "@/components/accounts/require-account";
import { FeedView } from "@/components/briefings/calendar/feed-view";
import { api } from "@/lib/api/server";

export async function generateMetadata() {
  const t = await getTranslations("calendar.feed");
  return { title: t("title") };
}

export default async function CalendarPage() {
  await requireAccount();
  const { since } = await api.briefings.calendar.feed.get();
  return <FeedView since={since} />;
}
