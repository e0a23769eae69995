import { answerPdf, pdfDownload } from "@/lib/platform/documents/pdf";
import { answerHtml, htmlDownload } from "@/lib/platform/documents/render-html";
import { env } from "@/lib/platform/env";
import { translatorIn } from "@/lib/platform/i18n/translator";
import { signedIn } from "@/lib/viewer/api.procedure";
import { findByCode, readBoardPack } from "./read";
import { renderHtml } from "./read.html";
import { renderPdf } from "./read.pdf";
import { codeInput, decisionPosition, pack, packFileInput, packInput } from "./schema";

const tags = ["Board pack"];

export const boardPack = {
  pack: signedIn
    .route({
      method: "GET",
      path: "/organizations/{slug}/board-pack/content",
      summary: "Each decision that waits for your organization, with the digest of what the pack says",
      tags,
    })
    .input(packInput)
    .output(pack)
    .handler(({ input, context }) => readBoardPack(context.viewer, input.slug)),
  packFile: signedIn
    .route({
      method: "GET",
      path: "/organizations/{slug}/board-pack",
      summary: "The same on paper: a page for each decision",
      tags,
    })
    .input(packFileInput)
    .output(pdfDownload.or(htmlDownload))
    .handler(async ({ input, context }) => {
      const { slug, format, paper, language = context.language } = input;
      const made = await readBoardPack(context.viewer, slug);
      const t = await translatorIn(language);
      const name = t(made.content.illustrative ? "boardPack.fileIllustrative" : "boardPack.file", {
        organization: slug,
      });
      const { origin } = env();
      if (format === "html") return answerHtml(context, `${name}.html`, await renderHtml(made, { language, origin }));
      return answerPdf(context, `${name}.pdf`, await renderPdf(made, { language, paper, origin }));
    }),
  decision: signedIn
    .route({ method: "GET", path: "/decisions/{code}", summary: "Where a code printed in your pack leads", tags })
    .input(codeInput)
    .output(decisionPosition)
    .handler(({ input, context }) => findByCode(context.viewer, input.code)),
};
