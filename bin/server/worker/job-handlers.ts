import type { Task, TaskList } from "graphile-worker";
import { work as accounts } from "@/lib/accounts/jobs";
import { work as activity } from "@/lib/activity/jobs";
import { type NoticesByKind, type NounWork, notificationJobs } from "@/lib/activity/jobs.notifications";
import { work as agreement } from "@/lib/agreement/jobs";
import { work as briefings } from "@/lib/briefings/jobs";
import { work as mandates } from "@/lib/mandates/jobs";
import { work as organizations } from "@/lib/organizations/jobs";
import { deleteExpiredRequests } from "@/lib/organizations/write.expired";
import { deleteExpiredRows } from "@/lib/platform/db/cleanup";
import { moveToDeadLetters } from "@/lib/platform/jobs/dead-letter";
import { JobError } from "@/lib/platform/jobs/job-error";
import type { JobHandlers } from "@/lib/platform/jobs/queue";
import { log } from "@/lib/platform/log";
import { MailNotSent } from "@/lib/platform/mail/delivery";
import { work as positions } from "@/lib/positions/jobs";
import { work as proposals } from "@/lib/proposals/jobs";
import { work as studies } from "@/lib/studies/jobs";
import { work as talkingPoints } from "@/lib/talking-points/jobs";

const platform = {
  jobs: {
    sweep: async () => log.info({ ...(await deleteExpiredRows()), ...(await deleteExpiredRequests()) }, "swept"),
  },
  nightly: { sweep: "10 7 * * *" },
} satisfies NounWork;

const nouns = [
  platform,
  activity,
  accounts,
  organizations,
  mandates,
  proposals,
  positions,
  talkingPoints,
  briefings,
  agreement,
  studies,
];

/** Whom each kind of activity concerns. */
export const notices: NoticesByKind = Object.assign({}, ...nouns.map((noun: NounWork) => noun.notices));

const all = [...nouns, { jobs: notificationJobs(notices) }];

type Provided<P> = P extends { jobs: infer J } ? keyof J : never;
type Unprovided = Exclude<keyof JobHandlers, Provided<(typeof all)[number]>>;

/** Everything the worker does. A job without its work does not compile: the error names it. */
export const parts: [Unprovided] extends [never] ? typeof all : Unprovided = all;

/** Work whose failure is told without its words. What can never succeed is not tried again. */
const guarded =
  (task: Task): Task =>
  async (payload, helpers) => {
    try {
      await task(payload, helpers);
    } catch (error) {
      if (error instanceof MailNotSent && error.forever) {
        await moveToDeadLetters(helpers.job.id);
        log.error({ task: helpers.job.task_identifier, job: helpers.job.id }, "job given up");
      }
      throw new JobError(error);
    }
  };

export const taskList: TaskList = Object.fromEntries(
  parts.flatMap(({ jobs }) => Object.entries(jobs)).map(([name, task]) => [name, guarded(task as Task)]),
);

// The queue counts in UTC: this is half past two or three at night in Toronto. A night that was missed is made up for.
export const crontab = nouns
  .flatMap((noun: NounWork) => Object.entries(noun.nightly ?? {}))
  .map(([task, when]) => `${when} ${task} ?id=nightly_${task}&fill=1d&jobKey=nightly_${task}`)
  .join("\n");
