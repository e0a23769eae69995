import { answerCsv, csvDownload } from "@/lib/platform/files/csv";
import { publicProcedure } from "@/lib/viewer/api.procedure";
import { listGlossary, listLibrary, writeGlossary, writeLibrary } from "./read";
import { glossaryExport, glossaryInput, glossaryList, libraryExport, libraryInput, libraryList } from "./schema";

const tags = ["The library"];

export const library = {
  list: publicProcedure
    .route({ method: "GET", path: "/library", summary: "Documents the report cites, and some that came later", tags })
    .input(libraryInput)
    .output(libraryList)
    .handler(({ input }) => listLibrary(input)),
  export: publicProcedure
    .route({ method: "GET", path: "/library/export", summary: "The documents as CSV", tags })
    .input(libraryExport)
    .output(csvDownload)
    .handler(async ({ context, input: { language = context.language, ...filters } }) =>
      answerCsv(context, "library.csv", await writeLibrary(filters, language)),
    ),
  glossary: publicProcedure
    .route({ method: "GET", path: "/glossary", summary: "Terms in English and French, in your language's order", tags })
    .input(glossaryInput)
    .output(glossaryList)
    .handler(({ input, context }) => listGlossary(input, context.language)),
  exportGlossary: publicProcedure
    .route({ method: "GET", path: "/glossary/export", summary: "The glossary as CSV", tags })
    .input(glossaryExport)
    .output(csvDownload)
    .handler(async ({ context, input: { language = context.language, ...filters } }) =>
      answerCsv(context, "glossary.csv", await writeGlossary(filters, language)),
    ),
};
