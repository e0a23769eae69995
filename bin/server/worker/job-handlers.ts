import type { Task, TaskList } from "graphile-worker";
import { sendSignInLink } from "@/lib/accounts/jobs";
import { sendEmailChange } from "@/lib/accounts/jobs.email";
import { notifyOfEmailReplaced } from "@/lib/accounts/jobs.operator-email";
import { keepHead } from "@/lib/activity/jobs";
import { refreshConcealed } from "@/lib/agreement/jobs";
import { notifyOfRapporteur } from "@/lib/briefings/jobs.rapporteurs";
import { notifyOfMandateRequest } from "@/lib/mandates/jobs.requests";
import { notifyOfMembershipDecision, sendApplicationLink } from "@/lib/organizations/jobs";
import { sendInvitation } from "@/lib/organizations/jobs.invitations";
import { deleteExpiredRows } from "@/lib/platform/db/cleanup";
import { moveToDeadLetters } from "@/lib/platform/jobs/dead-letter";
import { JobError } from "@/lib/platform/jobs/job-error";
import type { Jobs } from "@/lib/platform/jobs/queue";
import { log } from "@/lib/platform/log";
import { MailNotSent } from "@/lib/platform/mail/delivery";
import { remindOfReviews, sendReviewReminder } from "@/lib/positions/jobs";
import { askToConfirm } from "@/lib/positions/jobs.confirmation-requests";
import { notifyOfProposal } from "@/lib/proposals/jobs";
import { describeStudies, describeStudy } from "@/lib/studies/jobs";

type Work<K extends keyof Jobs> = (payload: Jobs[K], helpers: Parameters<Task>[1]) => Promise<void>;

/** Every job by name: one without its work does not compile. */
const work: { [K in keyof Jobs]: Work<K> } = {
  ask_to_confirm: askToConfirm,
  describe_studies: async () => {
    await describeStudies();
  },
  describe_study: ({ study }) => describeStudy(study),
  keep_record_head: async () => {
    const { rows, id, hash } = await keepHead("daily");
    // The log is one more place outside the database, and often on another machine.
    log.info({ rows, row: id, hash }, "record head");
  },
  refresh_concealed: refreshConcealed,
  remind_of_reviews: remindOfReviews,
  send_application_link: sendApplicationLink,
  send_email_change: sendEmailChange,
  send_invitation: sendInvitation,
  send_review_reminder: sendReviewReminder,
  send_sign_in_link: sendSignInLink,
  tell_of_email_replaced: notifyOfEmailReplaced,
  tell_of_admission: notifyOfMembershipDecision,
  tell_of_mandate_request: notifyOfMandateRequest,
  tell_of_rapporteur: notifyOfRapporteur,
  tell_of_proposal: notifyOfProposal,
  sweep: async () => log.info(await deleteExpiredRows(), "swept"),
};

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
  Object.entries(work).map(([name, task]) => [name, guarded(task as Task)]),
);

// The queue counts in UTC: this is half past two or three at night in Toronto. A night that was missed is made up for.
const nightly: [string, keyof Jobs][] = [
  ["10 7 * * *", "sweep"],
  ["20 7 * * *", "remind_of_reviews"],
  ["30 7 * * *", "refresh_concealed"],
  ["50 7 * * *", "keep_record_head"],
  ["20 8 * * *", "describe_studies"],
];

export const crontab = nightly
  .map(([when, task]) => `${when} ${task} ?id=nightly_${task}&fill=1d&jobKey=nightly_${task}`)
  .join("\n");
