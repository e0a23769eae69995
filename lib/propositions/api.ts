import { answerCsv, csvDownload } from "@/lib/platform/files/csv";
import { publicProcedure } from "@/lib/viewer/api.procedure";
import { getProposition, listDilemmas, listPropositions, listThemes, writeDilemmas } from "./read";
import { getPropositionContext } from "./read.context";
import {
  dilemmaList,
  dilemmasExport,
  dilemmasInput,
  listInput,
  propositionContext,
  propositionDetail,
  propositionInput,
  propositionList,
  propositionsInput,
  themeList,
} from "./schema";

const tags = ["Themes and propositions"];

export const themes = {
  list: publicProcedure
    .route({ method: "GET", path: "/themes", summary: "The themes, in the report's order", tags })
    .input(listInput)
    .output(themeList)
    .handler(({ input }) => listThemes(input)),
  propositions: publicProcedure
    .route({
      method: "GET",
      path: "/propositions",
      summary: "The propositions, with what the report says of them",
      tags,
    })
    .input(propositionsInput)
    .output(propositionList)
    .handler(({ input }) => listPropositions(input)),
  proposition: publicProcedure
    .route({ method: "GET", path: "/propositions/{slug}", summary: "One proposition", tags })
    .input(propositionInput)
    .output(propositionDetail)
    .handler(({ input }) => getProposition(input.slug)),
  surroundings: publicProcedure
    .route({
      method: "GET",
      path: "/propositions/{slug}/surroundings",
      summary: "What a proposition stands among: theme, neighbours, dilemmas, and what excludes it",
      tags,
    })
    .input(propositionInput)
    .output(propositionContext)
    .handler(({ input }) => getPropositionContext(input.slug)),
  dilemmas: publicProcedure
    .route({ method: "GET", path: "/dilemmas", summary: "The report's dilemmas and the propositions they join", tags })
    .input(dilemmasInput)
    .output(dilemmaList)
    .handler(({ input }) => listDilemmas(input)),
  exportDilemmas: publicProcedure
    .route({ method: "GET", path: "/dilemmas/export", summary: "The dilemmas as CSV", tags })
    .input(dilemmasExport)
    .output(csvDownload)
    .handler(async ({ context, input: { language = context.language, ...filters } }) =>
      answerCsv(context, "dilemmas.csv", await writeDilemmas(filters, language)),
    ),
};
