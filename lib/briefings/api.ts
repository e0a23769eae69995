import { pack } from "./api.pack";
import { papers } from "./api.papers";

/** Meetings of the network, and of it with an office: their dates, invitations and agenda. */
export const briefings = {
  pack,
  papers,
};
