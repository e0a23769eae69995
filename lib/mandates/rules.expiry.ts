import { addDays } from "@/lib/platform/time/working-days";
import { dayIn } from "@/lib/platform/time/zone";

/** So many days before the last day of a mandate to sign off those concerned are reminded. */
export const expiryReminderDays = [30, 7, 1] as const;

/** From so many days before its last day a mandate that ends is a task of those who sign. */
export const expiryAhead = 30;

/** The last day on which it holds: what lasts through a day ends as it is over. */
export const lastDayOf = (expiresAt: Date, timeZone: string) => dayIn(timeZone, new Date(expiresAt.getTime() - 1));

type Ending = {
  lastDay: string;
  /** The day it was given: nobody is reminded at once of what was just entered. */
  since: string;
  today: string;
  /** Days before for which a reminder was already sent. */
  sent: readonly number[];
};

/** The reminders whose day has come and that were not sent yet; one that was missed while nobody worked is made up for. */
export const dueExpiryReminders = ({ lastDay, since, today, sent }: Ending): number[] =>
  lastDay < today
    ? []
    : expiryReminderDays.filter((days) => {
        const day = addDays(lastDay, -days);
        return day <= today && day > since && !sent.includes(days);
      });
