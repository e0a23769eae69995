import "server-only";
import { recorderOf } from "@/lib/activity/record";
import { code, count, digest, flag, id, notified, recorded } from "@/lib/activity/schema";
import {
  AmendmentHandling,
  AmendmentKind,
  EndorsementResponse,
  Parity,
  RoundNextStep,
  TalkingPointStatus,
  Usage,
  VersionChange,
} from "@/lib/platform/generated/prisma/enums";

const answered = {
  organization: id,
  version: count,
  digest,
  response: code(EndorsementResponse),
  usage: code(Usage),
};
const amended = { organization: id, amendment: id };
const joined = recorded({ organization: id, reservation: id, version: count });

const commented = { organization: id, comment: id, version: count };
const about = recorded({ organization: id, comment: id });

/** What the record keeps of talking points and of what organizations answered and said. */
export const kinds = {
  "talkingPoint.proposed": recorded({ organization: id, digest }),
  "talkingPoint.reworded": notified({ version: count, digest, change: code(VersionChange) }),
  "talkingPoint.parityJudged": recorded({ version: count, clause: count, parity: code(Parity) }),
  "talkingPoint.statusChanged": recorded({ version: count, status: code(TalkingPointStatus) }),
  "talkingPoint.contested": recorded({ organization: id, version: count, clause: count }),
  "endorsement.given": recorded(answered),
  "endorsement.signedOnce": recorded(answered),
  "endorsement.confirmed": recorded(answered),
  "endorsement.withdrawn": recorded({ organization: id, version: count }),
  "endorsement.joined": joined,
  "endorsement.joinedOnce": joined,
  "endorsement.left": joined,
  "talkingPoint.consolidated": notified({ version: count, digest, amendments: count }),
  "amendment.drafted": recorded({ organization: id, amendments: count }),
  "amendment.redrafted": recorded(amended),
  "amendment.discarded": recorded(amended),
  "amendment.opened": notified({ ...amended, version: count, kind: code(AmendmentKind) }),
  "amendment.handled": notified({ ...amended, handling: code(AmendmentHandling) }),
  "amendment.answered": recorded({ ...amended, agrees: flag }),
  "amendment.withdrawn": recorded(amended),
  "talkingPoint.markedUp": recorded({ organization: id, version: count, amendments: count, comments: count }),
  "comment.said": recorded(commented),
  "comment.replied": notified(commented),
  "comment.edited": about,
  "comment.corrected": about,
  "comment.resolved": about,
  "comment.reopened": about,
  "commentTable.read": recorded({ organization: id, comments: count, amendments: count, digest }),
  "clause.marked": recorded({ organization: id, version: count, clause: count }),
  "clause.redLinesNoted": recorded({ clauses: count }),
  "round.planned": recorded({ round: id, version: count, digest }),
  "round.opened": notified({ round: id, version: count, digest }),
  // Whose objection it was is no fact of the record's: it says that it stopped.
  "round.stopped": notified({ round: id, version: count }),
  "round.ended": recorded({ round: id, version: count }),
  "round.passed": notified({ round: id, version: count, digest }),
  "round.decided": recorded({ round: id, nextStep: code(RoundNextStep) }),
};

export const record = recorderOf(kinds);
