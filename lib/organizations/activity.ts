import "server-only";
import { recorderOf } from "@/lib/activity/record";
import { code, codes, count, flag, id, notified, recorded } from "@/lib/activity/schema";
import { OrganizationStatus } from "@/lib/platform/generated/prisma/enums";
import { membershipDecisions } from "./schema";
import { audiences } from "./schema.people";

const status = code(OrganizationStatus);

/** What the record keeps of organizations, their people and the convener’s terms. */
export const kinds = {
  "application.received": recorded(),
  /** What nobody confirmed or accepted in time is gone. */
  "requests.expired": recorded({ applications: count, invitations: count }),
  "organization.applied": notified(),
  "organization.decided": notified({ decision: code(membershipDecisions), from: status, to: status, step: count }),
  "organization.changed": recorded({ version: count, changed: codes }),
  "convener.offered": recorded({ offer: id, term: id }),
  "convener.answered": recorded({
    offer: id,
    answer: code(["accepted", "declined", "withdrawn"]),
    term: id.nullable(),
  }),
  "convener.named": recorded({ term: id, persons: count }),
  "convenerTerm.begun": recorded({ commandLine: flag, term: id, person: id, admitted: flag }),
  "invitation.sent": recorded({ invitation: id, round: count.optional() }),
  "invitation.accepted": recorded({ invitation: id, person: id }),
  "invitation.revoked": recorded({ invitation: id }),
  "representation.ended": recorded({ person: id, mandates: count, left: flag }),
  "representation.shown": recorded({ person: id, shownTo: code(audiences) }),
};

export const record = recorderOf(kinds);
