import { core } from "./api.core";

/** Meetings of the network, and of it with an office: their dates, invitations and agenda. */
export const briefings = {
  ...core,
};
