import { answerDocx, docxDownload } from "@/lib/platform/documents/render-word";
import { drafting, signedIn } from "@/lib/viewer/api.procedure";
import { writeWord } from "./read.word";
import { markedText, markedTextInput, wordInput } from "./schema.word";
import { readMarkedUp } from "./write.marked-text";

const tags = ["Talking points"];
const at = "/talking-points/{id}" as const;

export const word = {
  text: signedIn
    .route({
      method: "GET",
      path: `${at}/text.docx`,
      summary: "A text for Word: its changes since a version tracked, open amendments as comments",
      tags,
    })
    .input(wordInput)
    .output(docxDownload)
    .handler(async ({ input, context }) => {
      const language = input.language ?? context.language;
      const { name, bytes } = await writeWord(context.viewer, { ...input, language });
      return answerDocx(context, name, bytes);
    }),
  marked: drafting
    .route({
      method: "POST",
      path: `${at}/marked-text`,
      summary:
        "What a marked text would become; or, named by the digest of that preview, its draft amendments and comments",
      inputStructure: "detailed",
      tags,
    })
    .input(markedTextInput)
    .output(markedText)
    .handler(({ input, context }) => readMarkedUp(context.viewer, input)),
};
