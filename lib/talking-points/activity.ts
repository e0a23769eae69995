import "server-only";
import { recorderOf } from "@/lib/activity/record";
import { code, count, digest, id, notified, recorded } from "@/lib/activity/schema";
import {
  EndorsementResponse,
  Parity,
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
const joined = recorded({ organization: id, reservation: id, version: count });

/** What the record keeps of talking points and of what organizations answered. */
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
};

export const record = recorderOf(kinds);
