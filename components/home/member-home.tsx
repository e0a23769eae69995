import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { urgencyOf } from "@/components/tasks/deadline";
import { longDay } from "@/components/ui/format-moment";
import { PageHead } from "@/components/ui/page-head";
import { SideLayout } from "@/components/ui/side";
import { type HomeRow, toRows, unlisted } from "@/lib/home/rules.rows";
import type { Home } from "@/lib/home/schema";
import { endOf } from "@/lib/platform/time/noon-of";
import { NextBriefing } from "./next-briefing";
import { RecentChanges } from "./recent-changes";
import { OpenDrafts, RecordedSummary } from "./recorded-summary";
import { TaskList } from "./task-list";

type MemberHomeProps = {
  home: Home;
  now: Date;
  /** Tasks from the reader's role in the network: as the convener, for one. */
  before?: ReactNode;
};

/** For each of the reader's organizations: its tasks, and a summary of its recorded positions. */
export function MemberHome({ home: { organizations, since, briefings }, now, before }: MemberHomeProps) {
  const t = useTranslations("home.tasks");
  const locale = useLocale();
  const all = organizations.map((organizationTasks) => ({ organizationTasks, tasks: toRows(organizationTasks) }));
  const more = organizations
    .flatMap((organizationTasks) => Object.values(unlisted(organizationTasks)))
    .reduce((sum, count) => sum + count, 0);
  const [only] = all;
  const single = all.length === 1;
  return (
    <>
      <PageHead title={t("title")} over={single ? only?.organizationTasks.organization.name[locale] : undefined}>
        <Lede tasks={all.flatMap(({ tasks }) => tasks.filter((it) => !it.waiting))} more={more} now={now} />
      </PageHead>
      {before}
      {all.map(({ organizationTasks, tasks }, index) => (
        <div key={organizationTasks.organization.slug} className="pb-4">
          {!single && <h2 className="pt-6">{organizationTasks.organization.name[locale]}</h2>}
          <SideLayout
            label={organizationTasks.organization.name[locale]}
            side={
              <>
                {index === 0 && <NextBriefing briefings={briefings} />}
                {organizationTasks.status === "member" && (
                  <>
                    <RecordedSummary organizationTasks={organizationTasks} />
                    <OpenDrafts organizationTasks={organizationTasks} />
                  </>
                )}
              </>
            }
          >
            <TaskList organizationTasks={organizationTasks} tasks={tasks} now={now} />
            {single && <RecentChanges since={since} now={now} />}
          </SideLayout>
        </div>
      ))}
      {!single && <RecentChanges since={since} now={now} />}
    </>
  );
}

/** How many decisions wait, and when the first is due; nothing where nothing waits, since the list says so. */
function Lede({ tasks, more, now }: { tasks: readonly HomeRow[]; more: number; now: Date }) {
  const t = useTranslations("home.tasks");
  const locale = useLocale();
  if (tasks.length === 0) return null;
  const [day] = tasks.flatMap((it) => it.day ?? []).sort();
  const first = day && endOf(day);
  const when = first && t(`first.${urgencyOf(first, now)}`, { day: longDay(first, locale) });
  return (
    <>
      {t("lede", { count: tasks.length + more })} {when}
    </>
  );
}
