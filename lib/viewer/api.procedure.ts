import "server-only";
import { ORPCError, os, ValidationError } from "@orpc/server";
import { db } from "../platform/db/client";
import { BadField, Refusal } from "../platform/http/refusal";
import { readClock } from "../platform/time/clock";
import { mayCommitNow } from "./rules.fresh";
import { type Viewer, visitor } from "./schema";

export type Context = {
  viewer: Viewer;
  language: "en" | "fr";
  /** Where the call came from, for measures against haste; kept nowhere. */
  address: string;
  /** The version that the caller says they saw, from If-Match. */
  ifMatch: number | null;
  /** The caller says that nothing is there yet: If-None-Match: *. */
  ifNoneMatch: boolean;
  /** The call came to this machine from itself, and through nobody. */
  direct: boolean;
  resHeaders?: Headers;
};

export const anonymousContext: Context = {
  viewer: visitor,
  language: "en",
  address: "none",
  ifMatch: null,
  ifNoneMatch: false,
  direct: false,
};

const statusOf = {
  UNAUTHORIZED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  PRECONDITION_FAILED: 412,
  PRECONDITION_REQUIRED: 428,
  TOO_MANY_REQUESTS: 429,
} as const;

/** Turns what a domain refused, and what a shape refused, into the API's own errors. The only place that does. */
const base = os.$context<Context>().use(async ({ next }) => {
  try {
    return await next();
  } catch (error) {
    if (error instanceof Refusal) {
      const { code, reason, facts } = error;
      throw new ORPCError(code, { status: statusOf[code], message: reason, data: { reason, ...facts } });
    }
    if (error instanceof BadField) {
      const { field, reason } = error;
      throw new ORPCError("BAD_REQUEST", { status: 400, data: { reason: "badShape", errors: { [field]: [reason] } } });
    }
    throw error;
  }
});

export const isBadShape = (error: unknown): error is ORPCError<"BAD_REQUEST", unknown> & { cause: ValidationError } =>
  error instanceof ORPCError && error.code === "BAD_REQUEST" && error.cause instanceof ValidationError;

/** For anyone, visitors included: each is listed by name in procedure-options.ts. */
export const publicProcedure = base;

/** What a demonstration shows to whoever sits at this machine; absent for whoever reaches it through somebody. */
export const demonstrating = publicProcedure.use(({ context, next }) => {
  if (!context.direct) throw new Refusal("NOT_FOUND", "notInDemonstration");
  return next();
});
type CallerCheck = (viewer: Viewer) => void | Promise<void>;

/** What is asked of callers, by the middleware that asks it. */
const callerChecks = new WeakMap<object, CallerCheck>();

const checkCaller = (check: CallerCheck) => {
  const middleware = os.$context<Context>().middleware(async ({ context, next }) => {
    await check(context.viewer);
    return next();
  });
  callerChecks.set(middleware, check);
  return middleware;
};

const refuseToken = (viewer: Viewer, scope: string) => {
  if (viewer.token?.scope === scope) throw new Refusal("FORBIDDEN", "tokenScopeTooNarrow");
};

/** For people with an account, by session or token. */
export const signedIn = base.use(
  checkCaller((viewer) => {
    if (viewer.personId === null) throw new Refusal("UNAUTHORIZED", "signInFirst");
  }),
);

/** Drafts: a token needs the scope for it. */
export const drafting = signedIn.use(checkCaller((viewer) => refuseToken(viewer, "read")));

/** What reaches other people: what the convener decides for everybody, and mail. A token for drafts is too narrow for it. */
export const deciding = drafting.use(checkCaller((viewer) => refuseToken(viewer, "draft")));

/** Whatever commits an organization: a sign-in of the last ten minutes, or a token made for it. */
export const committing = deciding.use(
  checkCaller(async (viewer) => {
    // By the clock that the sign-in was dated by: a node whose own is slow must not take an old one for fresh.
    if (!viewer.token && !mayCommitNow(viewer, await readClock(db))) throw new Refusal("FORBIDDEN", "signInAgain");
  }),
);

/** Whether a procedure with these middlewares turns this caller away, whatever they send. */
export async function refusesCaller(middlewares: readonly object[], viewer: Viewer): Promise<boolean> {
  try {
    for (const middleware of middlewares) await callerChecks.get(middleware)?.(viewer);
    return false;
  } catch (error) {
    if (error instanceof Refusal) return true;
    throw error;
  }
}

/** What If-Match must say for a change to go on. */
export function requireIfMatch(context: Context): number {
  if (context.ifMatch === null) throw new Refusal("PRECONDITION_REQUIRED", "sayWhichVersion");
  return context.ifMatch;
}

/** Tells the caller which version they now hold. */
export function setETag<T>(context: Context, version: number, output: T): T {
  context.resHeaders?.set("ETag", `"${version}"`);
  return output;
}
