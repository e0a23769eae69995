import { agenda } from "./api.agenda";
import { calendar } from "./api.calendar";
import { core } from "./api.core";
import { updates } from "./api.updates";

/** Meetings of the network, and of it with an office: their dates, invitations and agenda. */
export const briefings = {
  ...core,
  agenda,
  calendar,
  updates,
};
