import { calendar } from "./api.calendar";

/** Meetings of the network, and of it with an office: their dates, invitations and agenda. */
export const briefings = {
  calendar,
};
