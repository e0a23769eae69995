import { answerCsv, csvDownload } from "@/lib/platform/files/csv";
import { publicProcedure } from "@/lib/viewer/api.procedure";
import {
  listActors,
  listErrata,
  listRecommendations,
  listTimeline,
  writeActors,
  writeErrata,
  writeRecommendations,
  writeTimeline,
} from "./read";
import {
  actorList,
  actorsExport,
  actorsInput,
  errataExport,
  errataInput,
  errataList,
  recommendationList,
  recommendationsExport,
  recommendationsInput,
  timelineExport,
  timelineInput,
  timelineList,
} from "./schema";

const tags = ["The report"];

export const report = {
  recommendations: publicProcedure
    .route({ method: "GET", path: "/recommendations", summary: "The report's recommendations, as agenda items", tags })
    .input(recommendationsInput)
    .output(recommendationList)
    .handler(({ input }) => listRecommendations(input)),
  exportRecommendations: publicProcedure
    .route({ method: "GET", path: "/recommendations/export", summary: "The recommendations as CSV", tags })
    .input(recommendationsExport)
    .output(csvDownload)
    .handler(async ({ context, input: { language = context.language, ...filters } }) =>
      answerCsv(context, "recommendations.csv", await writeRecommendations(filters, language)),
    ),
  timeline: publicProcedure
    .route({
      method: "GET",
      path: "/timeline",
      summary: "Events by date, with dates as printed where they differ",
      tags,
    })
    .input(timelineInput)
    .output(timelineList)
    .handler(({ input }) => listTimeline(input)),
  exportTimeline: publicProcedure
    .route({ method: "GET", path: "/timeline/export", summary: "The timeline as CSV", tags })
    .input(timelineExport)
    .output(csvDownload)
    .handler(async ({ context, input: { language = context.language, ...filters } }) =>
      answerCsv(context, "timeline.csv", await writeTimeline(filters, language)),
    ),
  errata: publicProcedure
    .route({ method: "GET", path: "/errata", summary: "What is printed, what is right, and how sure that is", tags })
    .input(errataInput)
    .output(errataList)
    .handler(({ input }) => listErrata(input)),
  exportErrata: publicProcedure
    .route({ method: "GET", path: "/errata/export", summary: "The errata as CSV", tags })
    .input(errataExport)
    .output(csvDownload)
    .handler(async ({ context, input: { language = context.language, ...filters } }) =>
      answerCsv(context, "errata.csv", await writeErrata(filters, language)),
    ),
  actors: publicProcedure
    .route({ method: "GET", path: "/actors", summary: "People and bodies the report names: facts and roles", tags })
    .input(actorsInput)
    .output(actorList)
    .handler(({ input }) => listActors(input)),
  exportActors: publicProcedure
    .route({ method: "GET", path: "/actors/export", summary: "People and bodies as CSV", tags })
    .input(actorsExport)
    .output(csvDownload)
    .handler(async ({ context, input: { language = context.language, ...filters } }) =>
      answerCsv(context, "actors.csv", await writeActors(filters, language)),
    ),
};
