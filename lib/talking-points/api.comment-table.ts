import { answerXlsx, toXlsx, xlsxDownload } from "@/lib/platform/files/xlsx";
import { drafting, signedIn } from "@/lib/viewer/api.procedure";
import { writeCommentTable } from "./read.comment-table";
import { tableAnswer, tableInput, tableUpload } from "./schema.comment-table";
import { readCommentTable } from "./write.comment-table";

const tags = ["Talking points"];

export const commentTable = {
  download: signedIn
    .route({
      method: "GET",
      path: "/talking-points/{id}/comment-table.xlsx",
      summary: "A comment table to fill in for your organization; or all comments, with what the leads say to them",
      tags,
    })
    .input(tableInput)
    .output(xlsxDownload)
    .handler(async ({ input, context }) => {
      const language = input.language ?? context.language;
      const { name, sheets } = await writeCommentTable(context.viewer, { ...input, language });
      return answerXlsx(context, `${name}.xlsx`, await toXlsx(sheets));
    }),
  read: drafting
    .route({
      method: "POST",
      path: "/talking-points/{id}/comment-table",
      summary:
        "What a comment table that was filled in would become; or, named by the digest of that preview, make it so",
      inputStructure: "detailed",
      tags,
    })
    .input(tableUpload)
    .output(tableAnswer)
    .handler(({ input, context }) => readCommentTable(context.viewer, input, context.language)),
};
