import { answerCsv } from "@/lib/platform/files/csv";
import { translatorIn } from "@/lib/platform/i18n/translator";
import { drafting, publicProcedure } from "@/lib/viewer/api.procedure";
import { listStatements, listStudies, readProgress, readStudy, writeStudy } from "./read";
import { formatNotes } from "./read.notes";
import {
  progress,
  removed,
  statementList,
  statementsInput,
  studiesInput,
  study,
  studyAdded,
  studyExported,
  studyExportInput,
  studyInput,
  studyKey,
  studyList,
} from "./schema";
import { importStudy, removeStudy } from "./write";

const tags = ["Public consultations"];
const at = "/studies/{slug}" as const;

const bytesOf = async (file: File | undefined) => file && new Uint8Array(await file.arrayBuffer());

export const studies = {
  list: publicProcedure
    .route({ method: "GET", path: "/studies", summary: "The public consultations that you can see", tags })
    .input(studiesInput)
    .output(studyList)
    .handler(({ input, context }) => listStudies(context.viewer, input)),
  get: publicProcedure
    .route({ method: "GET", path: at, summary: "One consultation: its map, its groups, what they agree on", tags })
    .input(studyKey)
    .output(study)
    .handler(({ input, context }) => readStudy(context.viewer, input.slug)),
  progress: publicProcedure
    .route({ method: "GET", path: `${at}/progress`, summary: "How far the description has come", tags })
    .input(studyKey)
    .output(progress)
    .handler(({ input, context }) => readProgress(context.viewer, input.slug)),
  statements: publicProcedure
    .route({ method: "GET", path: `${at}/statements`, summary: "Every statement, with what was said to it", tags })
    .input(statementsInput)
    .output(statementList)
    .handler(({ input, context }) => listStatements(context.viewer, input)),
  export: publicProcedure
    .route({ method: "GET", path: `${at}/export`, summary: "The statements or the map as a file", tags })
    .input(studyExportInput)
    .output(studyExported)
    .handler(async ({ input, context }) => {
      const language = input.language ?? context.language;
      const { name, text } = await writeStudy(context.viewer, { ...input, language });
      return answerCsv(context, name, text);
    }),
  import: drafting
    .route({
      method: "POST",
      path: "/studies",
      summary: "Take in a public consultation from the files of a Polis export; the convener or an administrator",
      tags,
      successStatus: 201,
    })
    .input(studyInput)
    .output(studyAdded)
    .handler(async ({ input, context }) => {
      const { votes, comments, summary, ...names } = input;
      const [first, second, third] = await Promise.all([votes, comments, summary].map(bytesOf));
      const files = { votes: first ?? new Uint8Array(), comments: second, summary: third };
      const { slug, notes } = await importStudy(context.viewer, files, names);
      const [added, t] = await Promise.all([readStudy(context.viewer, slug), translatorIn(context.language)]);
      return { ...added, notes: formatNotes(t, notes) };
    }),
  remove: drafting
    .route({ method: "DELETE", path: at, summary: "Take a consultation away, with its votes", tags })
    .input(studyKey)
    .output(removed)
    .handler(async ({ input, context }) => {
      await removeStudy(context.viewer, input.slug);
      return { removed: true as const };
    }),
};
