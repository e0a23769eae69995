import { useLocale, useTranslations } from "next-intl";
import { positionHref } from "@/components/positions/position-href";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink, Link } from "@/components/ui/link";
import { GroupHead } from "@/components/ui/section";
import { type HomeRow, unlisted } from "@/lib/home/rules.rows";
import type { OrganizationTasks } from "@/lib/home/schema";
import { networkTimeZone } from "@/lib/platform/i18n/network-time-zone";
import { dayIn } from "@/lib/platform/time/zone";
import { toGroups } from "@/lib/tasks/rules";
import { MandateWanted } from "./mandate-wanted";
import { TaskRow } from "./task-row";
import { useTaskText } from "./use-task-text";

type TaskListProps = { organizationTasks: OrganizationTasks; tasks: readonly HomeRow[]; now: Date };

/** The tasks of one organization, group by group; where there are none, one sentence and one useful thing. */
export function TaskList({ organizationTasks, tasks, now }: TaskListProps) {
  const t = useTranslations("home.tasks");
  const textOf = useTaskText(organizationTasks);
  const { organization, mandate } = organizationTasks;
  const mandateWanted = mandate && <MandateWanted organization={organization} mandate={mandate} />;
  if (tasks.length === 0) return mandateWanted ?? <NoTasks organizationTasks={organizationTasks} />;
  const groups = toGroups(tasks, dayIn(networkTimeZone(), now));
  const rows = groups.map(({ group, tasks: inGroup }) => (
    <section key={group}>
      <GroupHead title={t(`group.${group}`)} count={inGroup.length} />
      <ul>
        {inGroup.map((task, index) => (
          <TaskRow key={task.key} task={task} text={textOf(task)} now={now} first={group === "today" && index === 0} />
        ))}
      </ul>
    </section>
  ));
  return (
    <>
      {mandateWanted}
      {rows}
      <Unlisted organizationTasks={organizationTasks} />
    </>
  );
}

function Unlisted({ organizationTasks }: { organizationTasks: OrganizationTasks }) {
  const t = useTranslations("home.tasks.more");
  const counts = unlisted(organizationTasks);
  const { slug } = organizationTasks.organization;
  const positions = (["submitted", "returned", "earlier", "undecided"] as const).map(
    (state) => [state, `/positions?organization=${slug}&state=${state}`] as const,
  );
  const mandates = (["changes", "ending"] as const).map((kind) => [kind, `/organizations/${slug}/mandates`] as const);
  return [...mandates, ...positions].map(
    ([kind, href]) =>
      counts[kind] > 0 && (
        <p key={kind} className="pt-3">
          <Link href={href}>{t(kind, { count: counts[kind] })}</Link>
        </p>
      ),
  );
}

/** That everything is answered is said only where it is: a draft is no answer yet. */
function NoTasks({
  organizationTasks: { organization, status, said, notRecorded },
}: {
  organizationTasks: OrganizationTasks;
}) {
  const t = useTranslations("home.tasks");
  const locale = useLocale();
  const [open] = notRecorded.items;
  const agreement = <ButtonLink href="/agreement">{t("agreement")}</ButtonLink>;
  const name = organization.name[locale];
  if (status === "observer")
    return <EmptyState action={agreement}>{t("nothingObserver", { organization: name })}</EmptyState>;
  if (said.notRecorded === 0)
    return <EmptyState action={agreement}>{t("nothingOpen", { organization: name })}</EmptyState>;
  if (!open)
    return (
      <EmptyState action={agreement}>{t("nothingDrafted", { organization: name, count: said.notRecorded })}</EmptyState>
    );
  return (
    <EmptyState
      action={<ButtonLink href={positionHref(organization.slug, open.proposition.slug)}>{t("record")}</ButtonLink>}
    >
      {t("nothing", { proposition: open.proposition.title[locale] })}
    </EmptyState>
  );
}
