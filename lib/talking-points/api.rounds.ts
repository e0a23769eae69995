import { committing, signedIn } from "@/lib/viewer/api.procedure";
import { listRounds } from "./read.rounds";
import { nextStepInput, objectionInput, roundInput, roundsInput, rounds as roundsOutput } from "./schema.rounds";
import { decideNextStep, objectToRound, openRound } from "./write.rounds";

const tags = ["Talking points"];
const at = "/talking-points/{id}/rounds" as const;
const atOne = `${at}/{round}` as const;

export const rounds = {
  list: signedIn
    .route({ method: "GET", path: at, summary: "The no-objection rounds of a talking point", tags })
    .input(roundsInput)
    .output(roundsOutput)
    .handler(({ input, context }) => listRounds(context.viewer, input)),
  open: committing
    .route({
      method: "POST",
      path: at,
      summary: "Open a no-objection round: these words may be used orally unless a member objects",
      tags,
      successStatus: 201,
    })
    .input(roundInput)
    .output(roundsOutput)
    .handler(async ({ input, context }) => {
      await openRound(context.viewer, input);
      return listRounds(context.viewer, { id: input.id });
    }),
  object: committing
    .route({ method: "POST", path: `${atOne}/objection`, summary: "Object to a round, which stops it", tags })
    .input(objectionInput)
    .output(roundsOutput)
    .handler(async ({ input, context }) => {
      await objectToRound(context.viewer, input);
      return listRounds(context.viewer, { id: input.id });
    }),
  decide: committing
    .route({ method: "POST", path: `${atOne}/next-step`, summary: "Say what follows after a round was stopped", tags })
    .input(nextStepInput)
    .output(roundsOutput)
    .handler(async ({ input, context }) => {
      await decideNextStep(context.viewer, input);
      return listRounds(context.viewer, { id: input.id });
    }),
};
