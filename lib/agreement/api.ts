import { answerCsv } from "@/lib/platform/files/csv";
import { publicProcedure } from "@/lib/viewer/api.procedure";
import { readAgreement, writeCategories, writePolis, writeTable } from "./read";
import { readCompactStances } from "./read.compact-stances";
import { readDifferences, writeDifferences } from "./read.differences";
import { readLadder, writeLadder } from "./read.ladder";
import { readMap, writeMap } from "./read.map";
import { listNonRespondents, readPropositionStances } from "./read.proposition";
import { readChangeDays, readChanges } from "./read.time";
import { agreementInput, agreement as answer, exported, exportInput, polisInput } from "./schema";
import { compactStances, compactStancesInput } from "./schema.compact-stances";
import { differences as differ, differencesExportInput, differencesInput } from "./schema.differences";
import { ladder, ladderExportInput, ladderInput } from "./schema.ladder";
import { agreementMap, mapExportInput, mapInput } from "./schema.map";
import {
  nonRespondentsInput,
  nonRespondentsList,
  propositionStances,
  propositionStancesInput,
} from "./schema.proposition";
import { changeDays, changeDaysInput, changes, changesInput } from "./schema.time";

const tags = ["Agreement"];

export const agreement = {
  get: publicProcedure
    .route({
      method: "GET",
      path: "/agreement",
      summary: "Who stated what on each proposition, and what it amounts to",
      tags,
    })
    .input(agreementInput)
    .output(answer)
    .handler(({ input, context }) => readAgreement(context.viewer, input, context.language)),
  proposition: publicProcedure
    .route({
      method: "GET",
      path: "/agreement/propositions/{slug}",
      summary: "Who holds what on one proposition, and what it amounts to",
      tags,
    })
    .input(propositionStancesInput)
    .output(propositionStances)
    .handler(({ input, context }) => readPropositionStances(context.viewer, input, context.language)),
  silent: publicProcedure
    .route({
      method: "GET",
      path: "/agreement/propositions/{slug}/silent",
      summary: "The members of whom you see no answer to a proposition",
      tags,
    })
    .input(nonRespondentsInput)
    .output(nonRespondentsList)
    .handler(({ input, context }) => listNonRespondents(context.viewer, input, context.language)),
  export: publicProcedure
    .route({
      method: "GET",
      path: "/agreement/export",
      summary: "The grid as a file, with every reservation it rests on",
      tags,
    })
    .input(exportInput)
    .output(exported)
    .handler(async ({ input, context }) => {
      const { name, text } = await writeTable(context.viewer, {
        ...input,
        language: input.language ?? context.language,
      });
      return answerCsv(context, name, text);
    }),
  differences: publicProcedure
    .route({
      method: "GET",
      path: "/agreement/differences",
      summary: "Where two organizations differ, with every reservation in full",
      tags,
    })
    .input(differencesInput)
    .output(differ)
    .handler(({ input, context }) => readDifferences(context.viewer, input)),
  exportDifferences: publicProcedure
    .route({
      method: "GET",
      path: "/agreement/differences/export",
      summary: "The comparison of two organizations as a file",
      tags,
    })
    .input(differencesExportInput)
    .output(exported)
    .handler(async ({ input, context }) => {
      const language = input.language ?? context.language;
      const { name, text } = await writeDifferences(context.viewer, { ...input, language });
      return answerCsv(context, name, text);
    }),
  map: publicProcedure
    .route({
      method: "GET",
      path: "/agreement/map",
      summary: "How close the stances are, what pulls them apart, and whether there are groups",
      tags,
    })
    .input(mapInput)
    .output(agreementMap)
    .handler(({ input, context }) => readMap(context.viewer, input)),
  exportMap: publicProcedure
    .route({ method: "GET", path: "/agreement/map/export", summary: "The map in numbers, as a file", tags })
    .input(mapExportInput)
    .output(exported)
    .handler(async ({ input, context }) => {
      const language = input.language ?? context.language;
      const { name, text } = await writeMap(context.viewer, { ...input, language });
      return answerCsv(context, name, text);
    }),
  days: publicProcedure
    .route({ method: "GET", path: "/agreement/days", summary: "The days on which something stood differently", tags })
    .input(changeDaysInput)
    .output(changeDays)
    .handler(({ input, context }) => readChangeDays(context.viewer, input)),
  changes: publicProcedure
    .route({
      method: "GET",
      path: "/agreement/changes",
      summary: "What stood differently at the end of two days",
      tags,
    })
    .input(changesInput)
    .output(changes)
    .handler(({ input, context }) => readChanges(context.viewer, input, context.language)),
  ladder: publicProcedure
    .route({
      method: "GET",
      path: "/agreement/ladder",
      summary: "Wordings of one idea against who stands behind them",
      tags,
    })
    .input(ladderInput)
    .output(ladder)
    .handler(({ input, context }) => readLadder(context.viewer, input)),
  exportLists: publicProcedure
    .route({ method: "GET", path: "/agreement/lists/export", summary: "What can be said together, as a file", tags })
    .input(exportInput)
    .output(exported)
    .handler(async ({ input, context }) => {
      const language = input.language ?? context.language;
      const { name, text } = await writeCategories(context.viewer, { ...input, language });
      return answerCsv(context, name, text);
    }),
  exportLadder: publicProcedure
    .route({ method: "GET", path: "/agreement/ladder/export", summary: "The ladder of wordings as a file", tags })
    .input(ladderExportInput)
    .output(exported)
    .handler(async ({ input, context }) => {
      const language = input.language ?? context.language;
      const { name, text } = await writeLadder(context.viewer, { ...input, language });
      return answerCsv(context, name, text);
    }),
  letters: publicProcedure
    .route({
      method: "GET",
      path: "/agreement/letters",
      summary: "Every stance of every member as one letter, for programs that search among thousands",
      tags,
    })
    .input(compactStancesInput)
    .output(compactStances)
    .handler(({ input, context }) => readCompactStances(context.viewer, input)),
  polis: publicProcedure
    .route({
      method: "GET",
      path: "/agreement/polis",
      summary: "The stances in the layout of a Polis export, with what a vote leaves out in columns of its own",
      tags,
    })
    .input(polisInput)
    .output(exported)
    .handler(async ({ input, context }) => {
      const { name, text } = await writePolis(context.viewer, { ...input, language: context.language });
      return answerCsv(context, name, text);
    }),
};
