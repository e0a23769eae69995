import { committing, publicProcedure, requireIfMatch, setETag, signedIn } from "@/lib/viewer/api.procedure";
import { getPosition } from "./read";
import { listExplanationSteps, listJoined, listJoinSteps } from "./read.annotation-history";
import { readOwnAnnotations } from "./read.own-annotations";
import { position, positionKeyInput } from "./schema";
import {
  annotationHistoryInput,
  ownAnnotations as answer,
  explainInput,
  explanationHistory,
  joinedInput,
  joinedList,
  joinHistory,
  joinInput,
  leaveJoinInput,
} from "./schema.annotations";
import { explain, withdrawExplanation } from "./write.explanations";
import { joinReservation, leaveReservation } from "./write.joins";

const tags = ["Reservations joined, and explanations"];
const at = "/positions/{organization}/{proposition}" as const;

/** Annotations of a position: who joined its reservation, and the explanation of position. */
export const annotations = {
  read: signedIn
    .route({
      method: "GET",
      path: `${at}/beside`,
      summary: "What your organizations have added to a position, and may add",
      tags,
    })
    .input(positionKeyInput)
    .output(answer)
    .handler(({ input, context }) => readOwnAnnotations(context.viewer, input, context.language)),
  joins: publicProcedure
    .route({ method: "GET", path: `${at}/joins`, summary: "Who joined a reservation, and who left it again", tags })
    .input(annotationHistoryInput)
    .output(joinHistory)
    .handler(({ input, context }) => listJoinSteps(context.viewer, input)),
  joined: publicProcedure
    .route({
      method: "GET",
      path: "/organizations/{slug}/joined-reservations",
      summary: "The reservations of others that an organization joined",
      tags,
    })
    .input(joinedInput)
    .output(joinedList)
    .handler(({ input, context }) => listJoined(context.viewer, input)),
  join: committing
    .route({
      method: "POST",
      path: `${at}/joins`,
      summary: "Join a reservation, in the words named by their digest",
      tags,
    })
    .input(joinInput)
    .output(answer)
    .handler(async ({ input, context }) => {
      await joinReservation(context.viewer, input);
      return readOwnAnnotations(context.viewer, input, context.language);
    }),
  leave: committing
    .route({ method: "POST", path: `${at}/joins/withdrawal`, summary: "Take back that a reservation was joined", tags })
    .input(leaveJoinInput)
    .output(joinedList)
    .handler(async ({ input, context }) => {
      await leaveReservation(context.viewer, input);
      return listJoined(context.viewer, { slug: input.onBehalfOf, limit: 100 });
    }),
  explanations: publicProcedure
    .route({
      method: "GET",
      path: `${at}/explanations`,
      summary: "Every explanation of a position, newest first",
      tags,
    })
    .input(annotationHistoryInput)
    .output(explanationHistory)
    .handler(({ input, context }) => listExplanationSteps(context.viewer, input)),
  explain: committing
    .route({
      method: "PUT",
      path: `${at}/explanation`,
      summary: "Explain the position that stands, in 150 words at most; If-Match, or If-None-Match: * for the first",
      tags,
    })
    .input(explainInput)
    .output(answer)
    .handler(async ({ input, context }) => {
      await explain(context.viewer, input, context.ifNoneMatch ? 0 : requireIfMatch(context));
      const own = await readOwnAnnotations(context.viewer, input, context.language);
      return setETag(context, own.explaining?.version ?? 0, own);
    }),
  withdrawExplanation: committing
    .route({
      method: "POST",
      path: `${at}/explanation/withdrawal`,
      summary: "Take the explanation of a position back; If-Match",
      tags,
    })
    .input(positionKeyInput)
    .output(position)
    .handler(async ({ input, context }) => {
      await withdrawExplanation(context.viewer, input, requireIfMatch(context));
      return getPosition(context.viewer, input);
    }),
};
