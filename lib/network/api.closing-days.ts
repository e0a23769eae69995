import { deciding, requireIfMatch, setETag, signedIn } from "@/lib/viewer/api.procedure";
import { getClosingDays } from "./read.closing-days";
import { closingDays, closingDaysInput, keepClosingDaysInput } from "./schema.closing-days";
import { keepClosingDays } from "./write.closing-days";

const tags = ["Network"];

/** On which days offices are closed and the network rests. */
export const closings = {
  closingDays: signedIn
    .route({
      method: "GET",
      path: "/closing-days",
      summary: "What closes offices or keeps people away, day by day",
      tags,
    })
    .input(closingDaysInput)
    .output(closingDays)
    .handler(async ({ input, context }) => {
      const found = await getClosingDays(context.viewer, input);
      return setETag(context, found.version, found);
    }),
  keepClosingDays: deciding
    .route({
      ...{ method: "PUT", path: "/closing-days", tags },
      summary: "Replace the list of closing days; for the convener and administrators",
    })
    .input(keepClosingDaysInput)
    .output(closingDays)
    .handler(async ({ input, context }) => {
      await keepClosingDays(context.viewer, input, requireIfMatch(context));
      const found = await getClosingDays(context.viewer, input);
      return setETag(context, found.version, found);
    }),
};
