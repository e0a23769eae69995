import { useLocale, useTranslations } from "next-intl";
import { positionHref } from "@/components/positions/position-href";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink, Link } from "@/components/ui/link";
import { GroupHead } from "@/components/ui/section";
import type { OrganizationTasks } from "@/lib/home/schema";
import { TaskRow } from "./task-row";
import { type Task, toGroups, unlisted } from "./tasks";
import { useTaskText } from "./use-task-text";

type TaskListProps = { owed: OrganizationTasks; debts: readonly Task[]; now: Date };

/** The debts of one organization, group by group; where there are none, one sentence and one useful thing. */
export function TaskList({ owed, debts, now }: TaskListProps) {
  const t = useTranslations("home.tasks");
  const wordsOf = useTaskText(owed.organization.slug);
  if (debts.length === 0) return <NoTasks owed={owed} />;
  const groups = toGroups(debts, now);
  const rows = groups.map(({ group, debts: held }) => (
    <section key={group}>
      <GroupHead title={t(`group.${group}`)} count={held.length} />
      <ul>
        {held.map((debt, place) => (
          <TaskRow
            key={debt.key}
            debt={debt}
            words={wordsOf(debt)}
            now={now}
            first={group === "today" && place === 0}
          />
        ))}
      </ul>
    </section>
  ));
  return (
    <>
      {rows}
      <Unlisted owed={owed} />
    </>
  );
}

function Unlisted({ owed }: { owed: OrganizationTasks }) {
  const t = useTranslations("home.tasks.more");
  const counts = unlisted(owed);
  return (["submitted", "returned"] as const).map(
    (state) =>
      counts[state] > 0 && (
        <p key={state} className="pt-3">
          <Link href={`/positions?organization=${owed.organization.slug}&state=${state}`}>
            {t(state, { count: counts[state] })}
          </Link>
        </p>
      ),
  );
}

function NoTasks({ owed: { organization, status, mayDraft, notRecorded } }: { owed: OrganizationTasks }) {
  const t = useTranslations("home.tasks");
  const locale = useLocale();
  const [open] = notRecorded.items;
  const agreement = <ButtonLink href="/agreement">{t("agreement")}</ButtonLink>;
  const name = organization.name[locale];
  if (status === "observer")
    return <EmptyState action={agreement}>{t("nothingObserver", { organization: name })}</EmptyState>;
  if (!open || !mayDraft) return <EmptyState action={agreement}>{t("nothingOpen", { organization: name })}</EmptyState>;
  return (
    <EmptyState
      action={<ButtonLink href={positionHref(organization.slug, open.proposition.slug)}>{t("record")}</ButtonLink>}
    >
      {t("nothing", { proposition: open.proposition.title[locale] })}
    </EmptyState>
  );
}
