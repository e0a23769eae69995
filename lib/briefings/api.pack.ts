import { answerPdf, pdfDownload } from "@/lib/platform/documents/pdf";
import { signedIn } from "@/lib/viewer/api.procedure";
import { getPack } from "./read.pack";
import { renderPack } from "./read.pack-pdf";
import { packFileInput, packInput, pack as packShape } from "./schema.pack";

const tags = ["Briefings"];
const at = "/briefings/{id}/pack" as const;

export const pack = {
  get: signedIn
    .route({ method: "GET", path: at, summary: "What somebody takes along to a meeting, as of today", tags })
    .input(packInput)
    .output(packShape)
    .handler(({ input, context }) =>
      getPack(context.viewer, { ...input, language: input.language ?? context.language }),
    ),
  pdf: signedIn
    .route({ method: "GET", path: `${at}.pdf`, summary: "The same on paper", tags })
    .input(packFileInput)
    .output(pdfDownload)
    .handler(async ({ input: { paper, ...input }, context }) => {
      const found = await getPack(context.viewer, { ...input, language: input.language ?? context.language });
      const name = `${found.slug}-pack-${found.day}-${found.language}.pdf`;
      return answerPdf(context, name, await renderPack(found, paper));
    }),
};
