import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Deadline } from "@/components/tasks/deadline";
import {
  CalendarClock,
  CheckCheck,
  CircleAlert,
  CornerDownRight,
  History,
  KeyRound,
  Languages,
  MessageSquareQuote,
  PencilLine,
  PenLine,
  RotateCcw,
} from "@/components/ui/icons";
import { ButtonLink } from "@/components/ui/link";
import type { HomeRow } from "@/lib/home/rules.rows";
import { endOf } from "@/lib/platform/time/noon-of";
import { AskButton } from "./ask-button";

const icons = {
  sign: <PenLine />,
  returned: <RotateCcw />,
  review: <History />,
  earlierWording: <PencilLine />,
  undecided: <CalendarClock />,
  change: <CheckCheck />,
  ending: <CalendarClock />,
  missing: <CircleAlert />,
  recovery: <KeyRound />,
  pointAnswer: <MessageSquareQuote />,
  pointConfirm: <PencilLine />,
  pointSign: <PenLine />,
  pointTranslate: <Languages />,
  pointRound: <CalendarClock />,
  pointMark: <CircleAlert />,
  pointHandle: <PenLine />,
  pointReply: <CheckCheck />,
  pointComments: <MessageSquareQuote />,
  briefingPoll: <CalendarClock />,
  briefingItems: <PencilLine />,
  briefingAttendance: <CheckCheck />,
  briefingUpdate: <MessageSquareQuote />,
};

/** Days that an organization gave itself; every other one was set by somebody else, or follows from a meeting. */
const ownDays: ReadonlySet<HomeRow["kind"]> = new Set(["sign", "review", "undecided", "ending"]);

export type TaskText = {
  title: string;
  fact: ReactNode;
  why: ReactNode;
  verb: string;
  href: string;
  /** Handing it to whoever can do it, where the reader cannot. */
  ask?: { organization: string; label: string; sent: string };
};

type TaskRowProps = {
  task: HomeRow;
  text: TaskText;
  now: Date;
  /** The first thing due today is the one filled button of the page. */
  first: boolean;
};

/** One task: until when, what, one line of fact, one of why it is here, and one verb. */
export function TaskRow({ task, text: { title, fact, why, verb, href, ask }, now, first }: TaskRowProps) {
  const t = useTranslations("home.tasks");
  return (
    <li className="grid gap-x-6 gap-y-2 border-b border-rule py-4 break-inside-avoid md:grid-cols-[168px_minmax(0,1fr)_auto]">
      <div>
        {task.day ? (
          <Deadline due={endOf(task.day)} now={now} wholeDay={ownDays.has(task.kind) ? "own" : "given"} />
        ) : (
          <span className="text-small text-ink-3">{t("undated")}</span>
        )}
      </div>
      <div className="grid min-w-0 gap-0.5">
        <h3 className="grid grid-cols-[16px_minmax(0,1fr)] items-center gap-2">
          {icons[task.kind]}
          <bdi>{title}</bdi>
        </h3>
        <p className="text-ink-2">{fact}</p>
        <p className="grid grid-cols-[16px_minmax(0,1fr)] gap-2 pt-0.5 text-small text-ink-3">
          <CornerDownRight className="mt-0.5" />
          <span>{why}</span>
        </p>
      </div>
      <div className="grid content-start gap-2 pt-1 md:max-w-64 md:justify-items-end md:pt-0">
        {ask && <AskButton what="confirmation" {...ask} noAnswer={t("noAnswer")} primary={first} />}
        <ButtonLink href={href} variant={first && !ask ? "primary" : "plain"} aria-label={t("about", { verb, title })}>
          {verb}
        </ButtonLink>
      </div>
    </li>
  );
}
