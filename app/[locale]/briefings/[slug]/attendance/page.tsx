import { getTranslations } from "next-intl/server";
import { requireAccount } from "@/components/accounts/require-account";
import { AttendanceView } from "@/components/briefings/calendar/attendance-view";
import { loadAttendance } from "@/components/briefings/calendar/load-attendance";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<{ cursor?: string }> };

export async function generateMetadata() {
  const t = await getTranslations("calendar.attendance");
  return { title: t("title") };
}

export default async function AttendancePage({ params, searchParams }: Props) {
  await requireAccount();
  const [{ slug }, { cursor }] = await Promise.all([params, searchParams]);
  return <AttendanceView {...(await loadAttendance(slug, cursor))} />;
}
