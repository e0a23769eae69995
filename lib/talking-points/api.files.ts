import { answerPdf, pdfDownload } from "@/lib/platform/documents/pdf";
import { answerText, textDownload } from "@/lib/platform/files/text";
import { signedIn } from "@/lib/viewer/api.procedure";
import { listHandout, renderHandout, toPlain } from "./read.files";
import { getHandout } from "./read.handout";
import { handout, handoutFileInput, handoutInput } from "./schema.handout";

const tags = ["Talking points"];
const at = "/talking-points/{id}" as const;

export const files = {
  speakingNotes: signedIn
    .route({
      method: "GET",
      path: `${at}/speaking-notes`,
      summary: "A version as somebody takes it to a microphone, for an audience and in one language",
      tags,
    })
    .input(handoutInput)
    .output(handout)
    .handler(({ input, context }) =>
      getHandout(context.viewer, { ...input, language: input.language ?? context.language }),
    ),
  speakingNotesPdf: signedIn
    .route({ method: "GET", path: `${at}/speaking-notes.pdf`, summary: "The same on paper", tags })
    .input(handoutFileInput)
    .output(pdfDownload)
    .handler(async ({ input: { paper, ...input }, context }) => {
      const found = await getHandout(context.viewer, { ...input, language: input.language ?? context.language });
      const name = `${found.slug}-v${found.number}-notes-${found.audience}-${found.language}.pdf`;
      return answerPdf(context, name, await renderHandout(found, "notes", paper));
    }),
  textPdf: signedIn
    .route({ method: "GET", path: `${at}/text.pdf`, summary: "A version on paper, with what qualifies it", tags })
    .input(handoutFileInput)
    .output(pdfDownload)
    .handler(async ({ input: { paper, ...input }, context }) => {
      const language = input.language ?? context.language;
      const found = await getHandout(context.viewer, { ...input, language }, true);
      const name = `${found.slug}-v${found.number}-${found.language}.pdf`;
      return answerPdf(context, name, await renderHandout(found, "wording", paper));
    }),
  textPlain: signedIn
    .route({ method: "GET", path: `${at}/text.txt`, summary: "A version as plain text, with what qualifies it", tags })
    .input(handoutInput)
    .output(textDownload)
    .handler(async ({ input, context }) => {
      const language = input.language ?? context.language;
      const found = await getHandout(context.viewer, { ...input, language }, true);
      const name = `${found.slug}-v${found.number}-${found.language}.txt`;
      return answerText(context, name, toPlain(await listHandout(found, "wording")));
    }),
};
