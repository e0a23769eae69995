import { answerCsv, csvDownload, toCsv } from "@/lib/platform/files/csv";
import { answerXlsx, toSheet, toXlsx, xlsxDownload } from "@/lib/platform/files/xlsx";
import { drafting, publicProcedure, signedIn } from "@/lib/viewer/api.procedure";
import { writeExport } from "./read.export";
import { listImports, readProgress } from "./read.import-history";
import { writeTemplate } from "./read.template";
import {
  exportInput,
  importAnswer,
  importInput,
  importKey,
  importList,
  importsInput,
  progress,
  templateInput,
} from "./schema.files";
import { importDrafts } from "./write.import";
import { undoImport } from "./write.undo-import";

const tags = ["Files of positions"];

export const files = {
  export: publicProcedure
    .route({ method: "GET", path: "/positions/export", summary: "The positions that you can see, as a file", tags })
    .input(exportInput)
    .output(csvDownload.or(xlsxDownload))
    .handler(async ({ input, context }) => {
      const language = input.language ?? context.language;
      const { name, sheet, columns, rows } = await writeExport(context.viewer, { ...input, language });
      if (input.format === "csv") return answerCsv(context, `${name}.csv`, toCsv(columns, rows));
      return answerXlsx(context, `${name}.xlsx`, await toXlsx([toSheet(sheet, columns, rows)]));
    }),
  template: signedIn
    .route({
      method: "GET",
      path: "/organizations/{slug}/positions-file",
      summary: "Your organization's positions as a file to fill in and import",
      tags,
    })
    .input(templateInput)
    .output(csvDownload.or(xlsxDownload))
    .handler(async ({ input, context }) => {
      const language = input.language ?? context.language;
      const made = await writeTemplate(context.viewer, { ...input, language });
      const { name, sheet, columns, rows, guide } = made;
      if (input.format === "csv") return answerCsv(context, `${name}.csv`, toCsv(columns, rows));
      return answerXlsx(context, `${name}.xlsx`, await toXlsx([toSheet(sheet, columns, rows), guide]));
    }),
  import: drafting
    .route({
      method: "POST",
      path: "/positions/import",
      summary: "What a file of drafts would change; or, named by the digest of that preview, its drafts",
      inputStructure: "detailed",
      tags,
    })
    .input(importInput)
    .output(importAnswer)
    .handler(({ input, context }) => importDrafts(context.viewer, input, context.language)),
  imports: signedIn
    .route({
      method: "GET",
      path: "/organizations/{slug}/imports",
      summary: "What your organization imported, newest first",
      tags,
    })
    .input(importsInput)
    .output(importList)
    .handler(({ input, context }) => listImports(context.viewer, input)),
  importProgress: signedIn
    .route({ method: "GET", path: "/position-imports/{id}", summary: "How far an import of yours has come", tags })
    .input(importKey)
    .output(progress)
    .handler(({ input, context }) => readProgress(context.viewer, input.id)),
  undoImport: drafting
    .route({
      method: "POST",
      path: "/position-imports/{id}/undoing",
      summary: "Bring back the drafts an import found",
      tags,
    })
    .input(importKey)
    .output(importList)
    .handler(async ({ input, context }) => {
      const slug = await undoImport(context.viewer, input.id);
      return listImports(context.viewer, { slug, limit: 100 });
    }),
};
