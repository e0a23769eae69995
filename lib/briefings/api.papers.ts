import { answerStored, storedDownload } from "@/lib/platform/files/stored";
import { drafting, signedIn } from "@/lib/viewer/api.procedure";
import { findPaperFile, listPapers } from "./read.papers";
import { newPaper, paperKey, paperList, papersInput } from "./schema.papers";
import { addPaper, withdrawPaper } from "./write.papers";

const tags = ["Briefings"];
const at = "/briefings/{id}/papers" as const;

export const papers = {
  list: signedIn
    .route({ method: "GET", path: at, summary: "The papers of a meeting", tags })
    .input(papersInput)
    .output(paperList)
    .handler(({ input, context }) => listPapers(context.viewer, input)),
  add: drafting
    .route({
      method: "POST",
      path: at,
      summary: "Hand in a paper: PDF, DOCX or plain text, ten megabytes at most",
      inputStructure: "detailed",
      tags,
      successStatus: 201,
    })
    .input(newPaper)
    .output(paperList)
    .handler(async ({ input, context }) => {
      await addPaper(context.viewer, input);
      return listPapers(context.viewer, { id: input.params.id, limit: 100 });
    }),
  file: signedIn
    .route({ method: "GET", path: `${at}/{paper}/file`, summary: "A paper, as the file that was handed in", tags })
    .input(paperKey)
    .output(storedDownload)
    .handler(async ({ input, context }) => answerStored(context, await findPaperFile(context.viewer, input))),
  withdraw: drafting
    .route({ method: "POST", path: `${at}/{paper}/withdrawal`, summary: "Take a paper back: its file goes", tags })
    .input(paperKey)
    .output(paperList)
    .handler(async ({ input, context }) => {
      await withdrawPaper(context.viewer, input);
      return listPapers(context.viewer, { id: input.id, limit: 100 });
    }),
};
