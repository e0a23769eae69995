import { answerCsv } from "@/lib/platform/csv";
import { open } from "@/lib/platform/procedure";
import { readAgreement, writeLists, writePolis, writeTable } from "./read";
import { readDifferences, writeDifferences } from "./read.differences";
import { readLadder, writeLadder } from "./read.ladder";
import { readLetters } from "./read.letters";
import { readMap, writeMap } from "./read.map";
import { listSilent, readHoldings } from "./read.proposition";
import { readChangeDays, readChanges } from "./read.time";
import { agreementInput, agreement as answer, exported, exportInput, polisInput } from "./schema";
import { differences as differ, differencesExportInput, differencesInput } from "./schema.differences";
import { ladder, ladderExportInput, ladderInput } from "./schema.ladder";
import { lettered, lettersInput } from "./schema.letters";
import { agreementMap, mapExportInput, mapInput } from "./schema.map";
import { holdings, holdingsInput, silentInput, silentList } from "./schema.proposition";
import { changeDays, changeDaysInput, changes, changesInput } from "./schema.time";

const tags = ["Agreement"];

export const agreement = {
  get: open
    .route({
      method: "GET",
      path: "/agreement",
      summary: "Who stated what on each proposition, and what it amounts to",
      tags,
    })
    .input(agreementInput)
    .output(answer)
    .handler(({ input, context }) => readAgreement(context.viewer, input)),
  proposition: open
    .route({
      method: "GET",
      path: "/agreement/propositions/{slug}",
      summary: "Who holds what on one proposition, and what it amounts to",
      tags,
    })
    .input(holdingsInput)
    .output(holdings)
    .handler(({ input, context }) => readHoldings(context.viewer, input)),
  silent: open
    .route({
      method: "GET",
      path: "/agreement/propositions/{slug}/silent",
      summary: "The members of whom you see no answer to a proposition",
      tags,
    })
    .input(silentInput)
    .output(silentList)
    .handler(({ input, context }) => listSilent(context.viewer, input)),
  export: open
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
  differences: open
    .route({
      method: "GET",
      path: "/agreement/differences",
      summary: "Where two organizations differ, with every reservation in full",
      tags,
    })
    .input(differencesInput)
    .output(differ)
    .handler(({ input, context }) => readDifferences(context.viewer, input)),
  exportDifferences: open
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
  map: open
    .route({
      method: "GET",
      path: "/agreement/map",
      summary: "How close the stances are, what pulls them apart, and whether there are groups",
      tags,
    })
    .input(mapInput)
    .output(agreementMap)
    .handler(({ input, context }) => readMap(context.viewer, input)),
  exportMap: open
    .route({ method: "GET", path: "/agreement/map/export", summary: "The map in numbers, as a file", tags })
    .input(mapExportInput)
    .output(exported)
    .handler(async ({ input, context }) => {
      const language = input.language ?? context.language;
      const { name, text } = await writeMap(context.viewer, { ...input, language });
      return answerCsv(context, name, text);
    }),
  days: open
    .route({ method: "GET", path: "/agreement/days", summary: "The days on which something stood differently", tags })
    .input(changeDaysInput)
    .output(changeDays)
    .handler(({ input, context }) => readChangeDays(context.viewer, input)),
  changes: open
    .route({
      method: "GET",
      path: "/agreement/changes",
      summary: "What stood differently at the end of two days",
      tags,
    })
    .input(changesInput)
    .output(changes)
    .handler(({ input, context }) => readChanges(context.viewer, input)),
  ladder: open
    .route({
      method: "GET",
      path: "/agreement/ladder",
      summary: "Wordings of one idea against who stands behind them",
      tags,
    })
    .input(ladderInput)
    .output(ladder)
    .handler(({ input, context }) => readLadder(context.viewer, input)),
  exportLists: open
    .route({ method: "GET", path: "/agreement/lists/export", summary: "What can be said together, as a file", tags })
    .input(exportInput)
    .output(exported)
    .handler(async ({ input, context }) => {
      const language = input.language ?? context.language;
      const { name, text } = await writeLists(context.viewer, { ...input, language });
      return answerCsv(context, name, text);
    }),
  exportLadder: open
    .route({ method: "GET", path: "/agreement/ladder/export", summary: "The ladder of wordings as a file", tags })
    .input(ladderExportInput)
    .output(exported)
    .handler(async ({ input, context }) => {
      const language = input.language ?? context.language;
      const { name, text } = await writeLadder(context.viewer, { ...input, language });
      return answerCsv(context, name, text);
    }),
  letters: open
    .route({
      method: "GET",
      path: "/agreement/letters",
      summary: "Every stance of every member as one letter, for programs that search among thousands",
      tags,
    })
    .input(lettersInput)
    .output(lettered)
    .handler(({ input, context }) => readLetters(context.viewer, input)),
  polis: open
    .route({
      method: "GET",
      path: "/agreement/polis",
      summary: "The stances in the layout of a Polis export, as far as the reader may read them",
      tags,
    })
    .input(polisInput)
    .output(exported)
    .handler(async ({ input, context }) => {
      const { name, text } = await writePolis(context.viewer, { ...input, language: context.language });
      return answerCsv(context, name, text);
    }),
};
