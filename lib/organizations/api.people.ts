import { committing, drafting, publicProcedure, signedIn } from "@/lib/viewer/api.procedure";
import { listInvitations, openInvitation } from "./read.invitations";
import { listDirectory, listPeople } from "./read.people";
import {
  acceptedInvitation,
  audienceInput,
  changedAudience,
  directory,
  directoryInput,
  endedRepresentation,
  endRepresentationInput,
  invitation,
  invitationInput,
  invitationList,
  invitationTokenInput,
  openedInvitation,
  organizationPeople,
  peopleInput,
  personOrInvitationKey,
  revokedInvitation,
} from "./schema.people";
import { acceptInvitation } from "./write.accept-invitation";
import { invite, resendInvitation, revokeInvitation } from "./write.invitations";
import { changeAudience, endRepresentation } from "./write.people";

const tags = ["People and mandates"];
const at = "/organizations/{slug}/people" as const;
const invited = "/organizations/{slug}/invitations" as const;

/** Who acts for an organization. */
export const people = {
  directory: signedIn
    .route({ method: "GET", path: "/people", summary: "Who acts for whom, as each chose to be known", tags })
    .input(directoryInput)
    .output(directory)
    .handler(({ input, context }) => listDirectory(context.viewer, input, context.language)),
  list: signedIn
    .route({ method: "GET", path: at, summary: "Who acts for an organization", tags })
    .input(peopleInput)
    .output(organizationPeople)
    .handler(({ input, context }) => listPeople(context.viewer, input, context.language)),
  invite: committing
    .route({ method: "POST", path: at, summary: "Invite somebody by e-mail", tags, successStatus: 201 })
    .input(invitationInput)
    .output(invitation)
    .handler(({ input, context }) => invite(context.viewer, input)),
  show: signedIn
    .route({ method: "PATCH", path: `${at}/{id}`, summary: "Say who is told that you act for it", tags })
    .input(audienceInput)
    .output(changedAudience)
    .handler(({ input, context }) => changeAudience(context.viewer, input)),
  end: drafting
    .route({ method: "DELETE", path: `${at}/{id}`, summary: "Leave, or end somebody’s part in it", tags })
    .input(endRepresentationInput)
    .output(endedRepresentation)
    .handler(({ input, context }) => endRepresentation(context.viewer, input)),
};

export const invitations = {
  list: signedIn
    .route({ method: "GET", path: invited, summary: "Who was invited and has not answered", tags })
    .input(peopleInput)
    .output(invitationList)
    .handler(({ input, context }) => listInvitations(context.viewer, input)),
  resend: committing
    .route({ method: "POST", path: `${invited}/{id}/resending`, summary: "Send it again, with another link", tags })
    .input(personOrInvitationKey)
    .output(invitation)
    .handler(({ input, context }) => resendInvitation(context.viewer, input)),
  revoke: drafting
    .route({ method: "DELETE", path: `${invited}/{id}`, summary: "Take an invitation back", tags })
    .input(personOrInvitationKey)
    .output(revokedInvitation)
    .handler(({ input, context }) => revokeInvitation(context.viewer, input)),
  read: publicProcedure
    .route({ method: "GET", path: "/invitations/{token}", summary: "What an invitation is for, not using it up", tags })
    .input(invitationTokenInput)
    .output(openedInvitation)
    .handler(({ input, context }) => openInvitation(context.viewer, input.token)),
  accept: publicProcedure
    .route({
      method: "POST",
      path: "/invitations/{token}/acceptance",
      summary: "Accept an invitation, once; it signs nobody in",
      tags,
    })
    .input(invitationTokenInput)
    .output(acceptedInvitation)
    .handler(({ input, context }) => acceptInvitation(context.viewer, input.token)),
};
