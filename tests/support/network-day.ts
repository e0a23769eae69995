import { dayIn } from "@/lib/platform/time/zone";

/** A day from today on, by the clocks of the network that tests are in: late in the evening there it is tomorrow in UTC. */
export const networkDay = (ahead = 0) => dayIn("America/Toronto", new Date(Date.now() + ahead * 86_400_000));
