import { answerCsv } from "@/lib/platform/csv";
import { open } from "@/lib/platform/procedure";
import { readAgreement, writeTable } from "./read";
import { agreementInput, agreement as answer, exported, exportInput } from "./schema";

const tags = ["Agreement"];

export const agreement = {
  get: open
    .route({
      method: "GET",
      path: "/agreement",
      summary: "Who stated what on each proposition, and what it amounts to",
      tags,
    })
    .input(agreementInput)
    .output(answer)
    .handler(({ input, context }) => readAgreement(context.viewer, input)),
  export: open
    .route({
      method: "GET",
      path: "/agreement/export",
      summary: "The grid as a file, with every reservation it rests on",
      tags,
    })
    .input(exportInput)
    .output(exported)
    .handler(async ({ input, context }) => {
      const { name, text } = await writeTable(context.viewer, {
        ...input,
        language: input.language ?? context.language,
      });
      return answerCsv(context, name, text);
    }),
};
