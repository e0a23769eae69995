import { publicProcedure, signedIn } from "@/lib/viewer/api.procedure";
import { openEmailChange, readEmailChange } from "./read.email";
import {
  emailChange as change,
  changeLink,
  confirmedChange,
  emailChangeInput,
  openedChange,
  pendingChange,
  stoppedChange,
} from "./schema.email";
import { confirmEmailChange, refuseEmailChange, requestEmailChange, stopEmailChange } from "./write.email";

const tags = ["Change of address"];
const own = "/me/email-change" as const;
const linked = "/email-changes/{token}" as const;

export const emailChange = {
  read: signedIn
    .route({ method: "GET", path: own, summary: "Your change of address that waits to be confirmed, if any", tags })
    .output(pendingChange)
    .handler(({ context }) => readEmailChange(context.viewer)),
  request: signedIn
    .route({
      method: "POST",
      path: own,
      summary:
        "Ask for another address, after a fresh sign-in; both confirm, and the answer is the same for every address",
      tags,
      successStatus: 202,
    })
    .input(emailChangeInput)
    .output(change)
    .handler(({ input, context }) => requestEmailChange(context.viewer, context.address, input.email)),
  stop: signedIn
    .route({ method: "DELETE", path: own, summary: "Take back your change of address", tags })
    .output(stoppedChange)
    .handler(({ context }) => stopEmailChange(context.viewer)),
  open: publicProcedure
    .route({ method: "GET", path: linked, summary: "What a mailed link confirms, not using it up", tags })
    .input(changeLink)
    .output(openedChange)
    .handler(({ input }) => openEmailChange(input.token)),
  confirm: publicProcedure
    .route({
      method: "POST",
      path: `${linked}/confirmation`,
      summary: "Confirm one side of a change of address, once; the second makes it so",
      tags,
    })
    .input(changeLink)
    .output(confirmedChange)
    .handler(({ input }) => confirmEmailChange(input.token)),
  refuse: publicProcedure
    .route({ method: "DELETE", path: linked, summary: "Stop a change of address from either mailbox", tags })
    .input(changeLink)
    .output(stoppedChange)
    .handler(({ input }) => refuseEmailChange(input.token)),
};
