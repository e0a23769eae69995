import { env } from "@/lib/platform/env";
import { translatorIn } from "@/lib/platform/i18n/translator";
import { answerPdf, pdfDownload } from "@/lib/platform/pdf";
import { signedIn } from "@/lib/platform/procedure";
import { answerHtml, htmlDownload, writeHtmlPack } from "./read.markup";
import { findByCode, readPack } from "./read.pack";
import { drawPack } from "./read.pdf";
import { codeInput, decisionPlace, pack, packFileInput, packInput } from "./schema.pack";

const tags = ["Board pack"];

export const packs = {
  pack: signedIn
    .route({
      method: "GET",
      path: "/organizations/{slug}/board-pack/content",
      summary: "Each decision your organization owes, with the digest of what the pack says",
      tags,
    })
    .input(packInput)
    .output(pack)
    .handler(({ input, context }) => readPack(context.viewer, input.slug)),
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
      const made = await readPack(context.viewer, slug);
      const t = await translatorIn(language);
      const name = t(made.content.illustrative ? "pack.fileIllustrative" : "pack.file", { organization: slug });
      const { origin } = env();
      if (format === "html")
        return answerHtml(context, `${name}.html`, await writeHtmlPack(made, { language, origin }));
      return answerPdf(context, `${name}.pdf`, await drawPack(made, { language, paper, origin }));
    }),
  decision: signedIn
    .route({ method: "GET", path: "/decisions/{code}", summary: "Where a code printed in your pack leads", tags })
    .input(codeInput)
    .output(decisionPlace)
    .handler(({ input, context }) => findByCode(context.viewer, input.code)),
};
