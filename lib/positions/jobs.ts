import "server-only";
import type { NoticesFor, NounWork } from "@/lib/activity/jobs.notifications";
import type { kinds } from "./activity";
import { askToConfirm, confirmationNotice } from "./jobs.confirmation-requests";
import { remindOfReviews, sendReviewReminder } from "./jobs.reviews";

declare module "@/lib/platform/jobs/queue" {
  interface JobPayloads {
    remind_of_reviews: Record<string, never>;
    send_review_reminder: { person: string; organization: string; day: string };
  }
}

const notices: NoticesFor<typeof kinds> = { "position.confirmationRequested": confirmationNotice };

export const work = {
  jobs: {
    ask_to_confirm: askToConfirm,
    remind_of_reviews: remindOfReviews,
    send_review_reminder: sendReviewReminder,
  },
  nightly: { remind_of_reviews: "20 7 * * *" },
  notices,
} satisfies NounWork;
