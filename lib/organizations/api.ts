import { committing, publicProcedure, requireIfMatch, setETag, signedIn } from "@/lib/viewer/api.procedure";
import { invitations, people } from "./api.people";
import { getOrganization, listOrganizations } from "./read";
import { getPendingApplication, listApplications } from "./read.application";
import { getMembership, listMembershipSteps } from "./read.membership";
import { listProfileHistory } from "./read.profile-history";
import { listSimilar } from "./read.similar";
import { organizationDetail, organizationInput, organizationList, organizationsInput } from "./schema";
import {
  applicationList,
  applicationsInput,
  applicationToken,
  applyAnswer,
  applyInput,
  confirmedApplication,
  pendingApplication,
  similarInput,
  similarList,
} from "./schema.application";
import { decideInput, membership, membershipStepList, membershipStepsInput } from "./schema.membership";
import { changeProfileInput } from "./schema.profile";
import { profileHistory, profileHistoryInput } from "./schema.profile-history";
import { apply, confirmApplication } from "./write.application";
import { decideMembership } from "./write.membership";
import { changeOrganization } from "./write.profile";

const tags = ["Organizations"];
const joining = ["Joining and leaving"];

export const organizations = {
  list: publicProcedure
    .route({ method: "GET", path: "/organizations", summary: "The organizations that you can see", tags })
    .input(organizationsInput)
    .output(organizationList)
    .handler(({ input, context }) => listOrganizations(context.viewer, input, context.language)),
  get: publicProcedure
    .route({ method: "GET", path: "/organizations/{slug}", summary: "One organization", tags })
    .input(organizationInput)
    .output(organizationDetail)
    .handler(async ({ input, context }) => {
      const found = await getOrganization(context.viewer, input.slug);
      return setETag(context, found.version, found);
    }),
  change: committing
    .route({
      method: "PATCH",
      path: "/organizations/{slug}",
      summary: "Change what your organization says of itself and of how it decides; send If-Match",
      tags,
    })
    .input(changeProfileInput)
    .output(organizationDetail)
    .handler(async ({ input, context }) => {
      await changeOrganization(context.viewer, input, requireIfMatch(context));
      const found = await getOrganization(context.viewer, input.slug);
      return setETag(context, found.version, found);
    }),
  apply: publicProcedure
    .route({
      method: "POST",
      path: "/organizations",
      summary: "Apply to join; a link is mailed, and the answer is the same whoever applies",
      tags: joining,
      successStatus: 202,
    })
    .input(applyInput)
    .output(applyAnswer)
    .handler(({ input, context }) => apply(context.address, input)),
  similar: publicProcedure
    .route({
      method: "GET",
      path: "/similar-organizations",
      summary: "Organizations that you can see, whose name is near to a given one",
      tags: joining,
    })
    .input(similarInput)
    .output(similarList)
    .handler(async ({ input, context }) => {
      const items = await listSimilar(context.viewer, [input.en ?? "", input.fr ?? ""]);
      return { items, nextCursor: null, total: items.length };
    }),
  pending: publicProcedure
    .route({
      method: "GET",
      path: "/applications/{token}",
      summary: "What a mailed link would confirm; looking uses nothing up",
      tags: joining,
    })
    .input(applicationToken)
    .output(pendingApplication)
    .handler(({ input }) => getPendingApplication(input.token)),
  confirm: publicProcedure
    .route({
      method: "POST",
      path: "/applications/{token}/confirmation",
      summary: "Confirm an application by its mailed link, once",
      tags: joining,
    })
    .input(applicationToken)
    .output(confirmedApplication)
    .handler(({ input }) => confirmApplication(input.token)),
  applications: signedIn
    .route({
      method: "GET",
      path: "/applications",
      summary: "Applications that wait, the oldest first; for the convener",
      tags: joining,
    })
    .input(applicationsInput)
    .output(applicationList)
    .handler(({ input, context }) => listApplications(context.viewer, input)),
  admission: signedIn
    .route({
      method: "GET",
      path: "/organizations/{slug}/admission",
      summary: "Where an organization stands in the network, and what would follow from each decision that is yours",
      tags: joining,
    })
    .input(organizationInput)
    .output(membership)
    .handler(({ input, context }) => getMembership(context.viewer, input.slug)),
  decide: committing
    .route({
      method: "POST",
      path: "/organizations/{slug}/admission",
      summary: "Admit, refuse or suspend as the convener; leave or come back as the organization",
      tags: joining,
    })
    .input(decideInput)
    .output(organizationDetail.pick({ slug: true, status: true }))
    .handler(async ({ input, context }) => decideMembership(context.viewer, input)),
  history: signedIn
    .route({
      method: "GET",
      path: "/organizations/{slug}/history",
      summary: "What was decided about an organization, latest first; for its own people and the convener",
      tags: joining,
    })
    .input(membershipStepsInput)
    .output(membershipStepList)
    .handler(({ input, context }) => listMembershipSteps(context.viewer, input)),
  texts: signedIn
    .route({
      method: "GET",
      path: "/organizations/{slug}/texts",
      summary: "What an organization said of itself before, latest first; for the network",
      tags,
    })
    .input(profileHistoryInput)
    .output(profileHistory)
    .handler(({ input, context }) => listProfileHistory(context.viewer, input)),
  invitations,
  people,
};
