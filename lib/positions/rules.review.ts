import { addDays } from "./rules";

/** So many days before its review day the people of an organization are reminded. */
export const reminderDays = [30, 7] as const;

type Reviewed = {
  reviewBy: string;
  /** The day it was signed or confirmed: whoever just did that is not reminded of it. */
  since: string;
  today: string;
  /** Days before this review day for which a reminder was already sent. */
  sent: readonly number[];
};

/**
 * The reminders whose day has come and that were not told yet. One that was missed while nobody worked is made up for, until
 * the review day itself has passed: then the page says so, and a mail would add nothing.
 */
export const dueReminders = ({ reviewBy, since, today, sent }: Reviewed): number[] =>
  reviewBy < today
    ? []
    : reminderDays.filter((days) => {
        const day = addDays(reviewBy, -days);
        return day <= today && day > since && !sent.includes(days);
      });
