import { publicProcedure } from "@/lib/viewer/api.procedure";
import { summarize } from "./read.summary";
import { summary as answer, summaryInput } from "./schema.summary";

export const summaries = {
  summary: publicProcedure
    .route({
      method: "GET",
      path: "/positions/summary",
      summary: "What one organization holds, in numbers",
      tags: ["Positions"],
    })
    .input(summaryInput)
    .output(answer)
    .handler(({ input, context }) => summarize(context.viewer, input)),
};
