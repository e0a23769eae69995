import "server-only";
import { recorderOf } from "@/lib/activity/record";
import { code, codes, count, flag, id, notified, recorded } from "@/lib/activity/schema";
import { changeAnswers, changeKinds } from "./schema.changes";
import { recoveryOutcomes } from "./schema.recovery";

/** What the record keeps of mandates. */
export const kinds = {
  "mandate.granted": recorded({ mandate: id, person: id, powers: codes, selfAuthorized: flag }),
  "mandate.revoked": recorded({ mandate: id, person: id }),
  "mandate.requested": notified({ person: id }),
  "mandate.expiryNear": notified({ mandate: id, person: id, daysBefore: count }),
  "signOffChange.proposed": notified({ change: id, kind: code(changeKinds) }),
  "signOffChange.answered": notified({ change: id, kind: code(changeKinds), answer: code(changeAnswers) }),
  "recovery.requested": notified({ recovery: id, nominee: id }),
  "recovery.agreed": recorded({ recovery: id, as: code(["administrator", "convener"]) }),
  "recovery.announced": notified({ recovery: id, nominee: id, byContact: flag }),
  "recovery.ended": notified({ recovery: id, outcome: code(recoveryOutcomes) }),
};

export const record = recorderOf(kinds);
