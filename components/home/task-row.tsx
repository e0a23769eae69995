import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Deadline } from "@/components/tasks/deadline";
import { CornerDownRight, History, PenLine, RotateCcw } from "@/components/ui/icons";
import { ButtonLink } from "@/components/ui/link";
import type { Task } from "./tasks";

const icons = { sign: <PenLine />, returned: <RotateCcw />, review: <History /> };

export type TaskText = { title: string; fact: ReactNode; why: ReactNode; verb: string; href: string };

type TaskRowProps = {
  task: Task;
  text: TaskText;
  now: Date;
  /** The first thing due today is the one filled button of the page. */
  first: boolean;
};

/** One debt: until when, what, one line of fact, one of why it is here, and one verb. */
export function TaskRow({ task, text: { title, fact, why, verb, href }, now, first }: TaskRowProps) {
  const t = useTranslations("home.tasks");
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-rule py-4 break-inside-avoid md:grid-cols-[168px_minmax(0,1fr)_auto]">
      <div>
        {task.due ? (
          <Deadline due={task.due} now={now} ownDate />
        ) : (
          <span className="text-small text-ink-3">{t("undated")}</span>
        )}
      </div>
      <div className="grid min-w-0 gap-0.5">
        <h3 className="grid grid-cols-[16px_minmax(0,1fr)] items-center gap-2">
          {icons[task.kind]}
          {title}
        </h3>
        <p className="text-ink-2">{fact}</p>
        <p className="grid grid-cols-[16px_minmax(0,1fr)] gap-2 pt-0.5 text-small text-ink-3">
          <CornerDownRight className="mt-0.5" />
          <span>{why}</span>
        </p>
      </div>
      <div className="grid pt-1 md:block md:pt-0">
        <ButtonLink href={href} variant={first ? "primary" : "plain"} aria-label={t("about", { verb, title })}>
          {verb}
        </ButtonLink>
      </div>
    </li>
  );
}
