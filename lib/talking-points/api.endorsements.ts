import { committing } from "@/lib/viewer/api.procedure";
import { getTalkingPoint } from "./read.detail";
import { talkingPointDetail } from "./schema";
import {
  confirmationInput,
  endorsementInput,
  endorsementKey,
  endorsementStep,
  joinInput,
  leaveJoinInput,
} from "./schema.endorsements";
import { confirmEndorsement, endorse, withdrawEndorsement } from "./write.endorsements";
import { joinReservation, leaveReservation } from "./write.joins";

const tags = ["Talking points"];
const at = "/talking-points/{id}/endorsements" as const;
const atOne = `${at}/{organization}` as const;

export const endorsements = {
  endorse: committing
    .route({ method: "POST", path: at, summary: "Answer exactly the words that were shown", tags, successStatus: 201 })
    .input(endorsementInput)
    .output(endorsementStep)
    .handler(({ input, context }) => endorse(context.viewer, input)),
  withdraw: committing
    .route({ method: "POST", path: `${atOne}/withdrawal`, summary: "Take an answer back", tags })
    .input(endorsementKey)
    .output(endorsementStep)
    .handler(({ input, context }) => withdrawEndorsement(context.viewer, input)),
  confirm: committing
    .route({
      method: "POST",
      path: `${atOne}/confirmation`,
      summary: "Give the same answer to the words in force",
      tags,
    })
    .input(confirmationInput)
    .output(endorsementStep)
    .handler(({ input, context }) => confirmEndorsement(context.viewer, input)),
  join: committing
    .route({ method: "POST", path: `${atOne}/joins`, summary: "Share another organization’s reservation", tags })
    .input(joinInput)
    .output(talkingPointDetail)
    .handler(async ({ input, context }) => {
      await joinReservation(context.viewer, input);
      return getTalkingPoint(context.viewer, input.id);
    }),
  leave: committing
    .route({ method: "POST", path: `${atOne}/joins/withdrawal`, summary: "Share a reservation no longer", tags })
    .input(leaveJoinInput)
    .output(talkingPointDetail)
    .handler(async ({ input, context }) => {
      await leaveReservation(context.viewer, input);
      return getTalkingPoint(context.viewer, input.id);
    }),
};
