import type { Mandate } from "@/lib/viewer/schema";
import type { Authority } from "./schema.authority";

/** The authority that this mandate gives, as its bearer reads it before signing. */
export const authorityUnder = ({ authorizedBy, instrument, instrumentDate, selfAuthorized }: Mandate): Authority => ({
  authorizedBy,
  instrument,
  instrumentDate,
  selfAuthorized,
});
