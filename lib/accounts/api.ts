import { demonstrating, publicProcedure, signedIn } from "@/lib/viewer/api.procedure";
import { getMe, listDemonstration, listOutbox, listTokens } from "./read";
import { listSessions } from "./read.sessions";
import {
  createdToken,
  demonstrationList,
  endedSessions,
  endSessionInput,
  linkAnswer,
  linkInput,
  listInput,
  mailList,
  me,
  profileInput,
  revokeTokenInput,
  sessionList,
  token,
  tokenInput,
  tokenList,
} from "./schema";
import { createToken, requestLink, revokeToken } from "./write";
import { changeProfile } from "./write.profile";
import { endOtherSessions, endSessionOf } from "./write.sessions";

const signingIn = ["Signing in"];
const tokens = ["Access tokens"];
const sessions = ["Sessions"];

export const accounts = {
  me: signedIn
    .route({ method: "GET", path: "/me", summary: "Who you are, and for whom you may act", tags: signingIn })
    .output(me)
    .handler(({ context }) => getMe(context.viewer, context.language)),
  changeProfile: signedIn
    .route({
      method: "PATCH",
      path: "/me",
      summary: "Change your name, language, time zone or how hours are said, signed in and not by token",
      tags: signingIn,
    })
    .input(profileInput)
    .output(me)
    .handler(({ input, context }) => changeProfile(context.viewer, input)),
  listSessions: signedIn
    .route({
      method: "GET",
      path: "/sessions",
      summary: "Your sessions by their times, the one seen last first",
      tags: sessions,
    })
    .input(listInput)
    .output(sessionList)
    .handler(({ input, context }) => listSessions(context.viewer, input)),
  endSession: signedIn
    .route({ method: "DELETE", path: "/sessions/{id}", summary: "End one of your sessions, at once", tags: sessions })
    .input(endSessionInput)
    .output(endedSessions)
    .handler(({ input, context }) => endSessionOf(context.viewer, input.id)),
  endOtherSessions: signedIn
    .route({ method: "DELETE", path: "/sessions", summary: "End all your sessions but this one", tags: sessions })
    .output(endedSessions)
    .handler(({ context }) => endOtherSessions(context.viewer)),
  requestLink: publicProcedure
    .route({
      method: "POST",
      path: "/sign-in-links",
      summary: "Ask for a sign-in link; the answer is the same for every address",
      tags: signingIn,
      successStatus: 202,
    })
    .input(linkInput)
    .output(linkAnswer)
    .handler(({ input, context }) => requestLink(context.address, input)),
  listTokens: signedIn
    .route({ method: "GET", path: "/tokens", summary: "Your access tokens, newest first", tags: tokens })
    .input(listInput)
    .output(tokenList)
    .handler(({ input, context }) => listTokens(context.viewer, input)),
  createToken: signedIn
    .route({
      method: "POST",
      path: "/tokens",
      summary: "Make an access token; the answer is the only time it is told",
      tags: tokens,
      successStatus: 201,
    })
    .input(tokenInput)
    .output(createdToken)
    .handler(({ input, context }) => createToken(context.viewer, input)),
  revokeToken: signedIn
    .route({ method: "DELETE", path: "/tokens/{id}", summary: "Revoke an access token, at once", tags: tokens })
    .input(revokeTokenInput)
    .output(token)
    .handler(({ input, context }) => revokeToken(context.viewer, input.id)),
  listDemonstration: demonstrating
    .route({
      method: "GET",
      path: "/demonstration/people",
      summary: "The people of the demonstration; absent elsewhere",
      tags: signingIn,
    })
    .input(listInput)
    .output(demonstrationList)
    .handler(({ input }) => listDemonstration(input)),
  listOutbox: demonstrating
    .route({
      method: "GET",
      path: "/outbox",
      summary: "Mails kept on disk, newest first; absent outside the demonstration",
      tags: signingIn,
    })
    .input(listInput)
    .output(mailList)
    .handler(({ input }) => listOutbox(input)),
};
