import { committing, deciding, signedIn } from "@/lib/viewer/api.procedure";
import { listMandates } from "./read";
import {
  grantedMandate,
  grantInput,
  mandateList,
  mandateRequest,
  mandateRequestInput,
  mandatesInput,
  revokeInput,
} from "./schema";
import { revokeMandate } from "./write";
import { grantMandate } from "./write.grant";
import { requestMandate } from "./write.requests";

const tags = ["People and mandates"];
const at = "/organizations/{slug}/mandates" as const;

export const mandates = {
  list: signedIn
    .route({ method: "GET", path: at, summary: "Who may do what for your organization, now or on a day", tags })
    .input(mandatesInput)
    .output(mandateList)
    .handler(({ input, context }) => listMandates(context.viewer, input, context.language)),
  grant: committing
    .route({ method: "POST", path: at, summary: "Enter on whose authority somebody acts", tags, successStatus: 201 })
    .input(grantInput)
    .output(grantedMandate)
    .handler(({ input, context }) => grantMandate(context.viewer, input)),
  request: deciding
    .route({
      method: "POST",
      path: "/organizations/{slug}/mandate-requests",
      summary: "Ask those who can give you a mandate for one; asked again, it is the same request",
      tags,
    })
    .input(mandateRequestInput)
    .output(mandateRequest)
    .handler(({ input, context }) => requestMandate(context.viewer, input)),
  revoke: committing
    .route({ method: "DELETE", path: `${at}/{id}`, summary: "End a mandate, from now on", tags })
    .input(revokeInput)
    .output(grantedMandate)
    .handler(({ input, context }) => revokeMandate(context.viewer, input)),
};
