import { agenda } from "./api.agenda";
import { calendar } from "./api.calendar";
import { core } from "./api.core";
import { dateLinks, datePolls } from "./api.date-links";
import { dates } from "./api.dates";
import { pack } from "./api.pack";
import { papers } from "./api.papers";
import { updates } from "./api.updates";

/** Meetings of the network, and of it with an office: their dates, invitations and agenda. */
export const briefings = {
  ...core,
  agenda,
  calendar,
  dates,
  dateLinks,
  datePolls,
  pack,
  papers,
  updates,
};
