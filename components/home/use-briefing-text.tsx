import { useLocale, useTranslations } from "next-intl";
import { briefingHref } from "@/components/briefings/briefing-href";
import { useBriefingTitle } from "@/components/briefings/use-briefing-title";
import { longDay } from "@/components/ui/format-moment";
import type { HomeRow } from "@/lib/home/rules.rows";
import { noonOf } from "@/lib/platform/time/noon-of";
import type { TaskText } from "./task-row";

const kinds = ["briefingPoll", "briefingItems", "briefingAttendance", "briefingUpdate"] as const;
type BriefingRow = Extract<HomeRow, { kind: (typeof kinds)[number] }>;
export const isOfBriefing = (task: HomeRow): task is BriefingRow => kinds.some((it) => it === task.kind);

/** The text of a task about a meeting, and where its verb leads. */
export function useBriefingText() {
  const t = useTranslations("home.task");
  const locale = useLocale();
  const titleOf = useBriefingTitle();
  const dayOf = (day: string) => longDay(noonOf(day), locale);
  return (task: BriefingRow): TaskText => {
    const at = briefingHref(task.meeting.briefing.slug);
    const text = { title: t(`${task.kind}.title`), fact: titleOf(task.meeting.briefing), verb: t(`${task.kind}.verb`) };
    switch (task.kind) {
      case "briefingPoll": {
        const { closesOn } = task.meeting;
        const why = closesOn ? t("briefingPoll.why", { day: dayOf(closesOn) }) : t("briefingPoll.whyOpen");
        return { ...text, why, href: `${at}/dates` };
      }
      case "briefingItems":
        return { ...text, why: t("briefingItems.why", { day: dayOf(task.meeting.closesOn) }), href: `${at}/agenda` };
      case "briefingAttendance":
        return { ...text, why: t("briefingAttendance.why", { day: dayOf(task.meeting.on) }), href: at };
      case "briefingUpdate":
        return { ...text, why: t("briefingUpdate.why", { day: dayOf(task.meeting.on) }), href: `${at}/updates` };
    }
  };
}
