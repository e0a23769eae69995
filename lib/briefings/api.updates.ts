import { drafting, requireIfMatch, setETag, signedIn } from "@/lib/viewer/api.procedure";
import { listUpdates, listUpdatesOf, readUpdate } from "./read.updates";
import {
  briefingFilings,
  fileUpdateInput,
  filingKey,
  filingList,
  filingsInput,
  organizationFilingsInput,
  ownFiling,
} from "./schema.updates";
import { fileUpdate } from "./write.updates";

const tags = ["Briefings"];
const at = "/briefings/{id}/updates" as const;
const atOrganization = `${at}/{organization}` as const;

/** What members tell each other before they meet. */
export const updates = {
  list: signedIn
    .route({ method: "GET", path: at, summary: "What organizations filed before a meeting", tags })
    .input(filingsInput)
    .output(briefingFilings)
    .handler(({ input, context }) => listUpdates(context.viewer, input)),
  get: signedIn
    .route({ method: "GET", path: atOrganization, summary: "One organization’s update for a meeting", tags })
    .input(filingKey)
    .output(ownFiling)
    .handler(async ({ input, context }) => {
      const found = await readUpdate(context.viewer, input);
      return setETag(context, found.version, found);
    }),
  file: drafting
    .route({
      method: "PUT",
      path: atOrganization,
      summary: "File an update of up to five lines; If-Match, 0 for the first",
      tags,
    })
    .input(fileUpdateInput)
    .output(ownFiling)
    .handler(async ({ input, context }) => {
      await fileUpdate(context.viewer, input, requireIfMatch(context));
      const found = await readUpdate(context.viewer, input);
      return setETag(context, found.version, found);
    }),
  ofOrganization: signedIn
    .route({
      method: "GET",
      path: "/organizations/{slug}/updates",
      summary: "What an organization told of itself",
      tags,
    })
    .input(organizationFilingsInput)
    .output(filingList)
    .handler(({ input, context }) => listUpdatesOf(context.viewer, input)),
};
