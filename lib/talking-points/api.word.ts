import { answerDocx, docxDownload } from "@/lib/platform/documents/render-word";
import { signedIn } from "@/lib/viewer/api.procedure";
import { writeWord } from "./read.word";
import { wordInput } from "./schema.word";

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
};
