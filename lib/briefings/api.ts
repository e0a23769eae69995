import { dateLinks, datePolls } from "./api.date-links";
import { dates } from "./api.dates";

/** Meetings of the network, and of it with an office: their dates, invitations and agenda. */
export const briefings = {
  dates,
  dateLinks,
  datePolls,
};
