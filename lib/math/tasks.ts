import { analyse } from "./analyse";
import type { AnalysisOptions, Stances } from "./analysis";
import { type FrontierOptions, findFrontier } from "./coalition/frontier";
import { makeSupport } from "./coalition/support";
import { withPair } from "./gather-pair";
import { unpackBallots } from "./polis/ballots";
import { type ReportOptions, reportConsultation } from "./polis/report";
import { describeStudy } from "./polis/study";
import type { Run } from "./progress";
import type { NamedMatrix } from "./reorder";

type AnalyseInput = { readonly stances: Stances; readonly options?: Omit<AnalysisOptions, "run"> };
/** Per organization the propositions it is with, as numbers from 0 on. */
type FrontierInput = {
  readonly supported: readonly (readonly number[])[];
  readonly propositions: number;
  readonly options?: FrontierOptions;
};
type ConsultationInput = { readonly named: NamedMatrix; readonly options?: Omit<ReportOptions, "run" | "gather"> };

type StudyInput = { readonly packed: Uint8Array; readonly moderatedOut: readonly boolean[] };

/** What can be computed in a thread of its own, by name. Inputs and results are plain data. */
export const tasks = {
  analyse: ({ stances, options }: AnalyseInput, run: Run) => analyse(stances, { ...options, run }),
  frontier: ({ supported, propositions, options }: FrontierInput, run: Run) => {
    const sets = supported.map((it) => new Set(it));
    const support = makeSupport(supported.length, propositions, (one, other) => sets[one]?.has(other) ?? false);
    return findFrontier(support, options, run);
  },
  consultation: ({ named, options }: ConsultationInput, run: Run) =>
    withPair(named.matrix, (gather) => reportConsultation(named, { ...options, run, gather })),
  study: ({ packed, moderatedOut }: StudyInput, run: Run) => {
    const matrix = unpackBallots(packed, run);
    return withPair(matrix, (gather) => describeStudy(matrix, { moderatedOut, run, gather }));
  },
};

export type TaskName = keyof typeof tasks;
export type TaskInput<Name extends TaskName> = Parameters<(typeof tasks)[Name]>[0];
export type TaskResult<Name extends TaskName> = ReturnType<(typeof tasks)[Name]>;
