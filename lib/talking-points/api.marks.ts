import { committing, signedIn } from "@/lib/viewer/api.procedure";
import { getWalkAway } from "./read.marks";
import { markInput, walkAway, walkAwayInput } from "./schema.marks";
import { markClause } from "./write.marks";

const tags = ["Talking points"];
const at = "/talking-points/{id}" as const;

export const marks = {
  set: committing
    .route({
      method: "PUT",
      path: `${at}/clauses/{clause}/marks/{organization}`,
      summary: "Mark a clause for an organization, read by its own people and the convener alone",
      tags,
    })
    .input(markInput)
    .output(walkAway)
    .handler(async ({ input, context }) => {
      await markClause(context.viewer, input);
      return getWalkAway(context.viewer, { id: input.id });
    }),
  walkAway: signedIn
    .route({
      method: "GET",
      path: `${at}/walk-away`,
      summary: "How many have marked, and for the convener who walks away over what",
      tags,
    })
    .input(walkAwayInput)
    .output(walkAway)
    .handler(({ input, context }) => getWalkAway(context.viewer, input)),
};
