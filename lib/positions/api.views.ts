import { drafting, signedIn } from "@/lib/viewer/api.procedure";
import { listConflicts } from "./read.conflicts";
import { listViews } from "./read.views";
import { conflictList, conflictsInput } from "./schema.conflicts";
import { discardedView, personalView, personalViewList, viewInput, viewKey, viewsInput } from "./schema.views";
import { discardView, saveView } from "./write.views";

const tags = ["Positions"];
const at = "/me/views/{proposition}" as const;

/** What a person thinks for themselves, for nobody else's eyes. */
export const views = {
  list: signedIn
    .route({ method: "GET", path: "/me/views", summary: "Your personal views; nobody else reads them", tags })
    .input(viewsInput)
    .output(personalViewList)
    .handler(({ input, context }) => listViews(context.viewer, input)),
  save: drafting
    .route({ method: "PUT", path: at, summary: "Keep a personal view; it is nobody’s stance", tags })
    .input(viewInput)
    .output(personalView)
    .handler(({ input, context }) => saveView(context.viewer, input)),
  discard: drafting
    .route({ method: "DELETE", path: at, summary: "Discard a personal view, for good", tags })
    .input(viewKey)
    .output(discardedView)
    .handler(({ input, context }) => discardView(context.viewer, input)),
};

export const conflicts = signedIn
  .route({
    method: "GET",
    path: "/positions/conflicts",
    summary: "Where your signatories acted against each other",
    tags,
  })
  .input(conflictsInput)
  .output(conflictList)
  .handler(({ input, context }) => listConflicts(context.viewer, input));
