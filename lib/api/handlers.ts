import "server-only";
import { OpenAPIHandler } from "@orpc/openapi/fetch";
import { ORPCError } from "@orpc/server";
import { RPCHandler } from "@orpc/server/fetch";
import { ResponseHeadersPlugin, StrictGetMethodPlugin } from "@orpc/server/plugins";
import type { Context } from "@/lib/viewer/api.procedure";
import { writeListFile } from "./csv-export";
import { methodsAt } from "./endpoints";
import { toPublicError } from "./errors";
import { answerProblem } from "./problem";
import { router } from "./router";
import { omitUnchanged } from "./unchanged";

type Options = { context: Context; next: () => Promise<unknown> };

/** Contexts whose input was decoded; errors before that are 400, not 500. */
const decodedContexts = new WeakSet<Context>();

const markDecoded = <T>({ context, next }: { context: Context; next: () => Promise<T> }): Promise<T> => {
  decodedContexts.add(context);
  return next();
};

const translateErrors = async <T>({ context, next }: { context: Context; next: () => Promise<T> }): Promise<T> => {
  try {
    return await next();
  } catch (error) {
    // An error before a handler ran is in the request: a form that cannot be decoded, not a fault of ours.
    const unread = !decodedContexts.has(context) && !(error instanceof ORPCError);
    throw await toPublicError(unread ? new ORPCError("BAD_REQUEST") : error, context.language);
  }
};

const rpc = new RPCHandler<Context>(router, {
  interceptors: [(options) => translateErrors(options as Options & typeof options)],
  clientInterceptors: [(options) => markDecoded(options as Options & typeof options)],
  plugins: [new ResponseHeadersPlugin(), new StrictGetMethodPlugin()],
});

const rest = new OpenAPIHandler<Context>(router, {
  interceptors: [(options) => translateErrors(options as Options & typeof options)],
  clientInterceptors: [(options) => markDecoded(options as Options & typeof options)],
  plugins: [new ResponseHeadersPlugin()],
  customErrorResponseBodyEncoder: (error) => {
    const { reason: _, ...problem } = error.data as Record<string, unknown>;
    return problem;
  },
});

export async function handleRpc(request: Request, context: Context): Promise<Response | null> {
  const { matched, response } = await rpc.handle(request, { prefix: "/api/rpc", context });
  return matched ? response : null;
}

export async function handleRest(request: Request, context: Context): Promise<Response | null> {
  const ask = async (page: Request) => {
    const { matched, response } = await rest.handle(page, { prefix: "/api/v1", context });
    return matched ? response : null;
  };
  const response = await writeListFile(request, ask);
  if (response === "tooLarge") return answerProblem({ status: 409, reason: "exportTooLarge" }, context.language);
  if (!response) {
    const methods = methodsAt(new URL(request.url).pathname.replace(/^\/api\/v1/, ""));
    if (methods.length === 0) return null;
    return answerProblem({ status: 405, reason: "methodNotAllowed" }, context.language, { allow: methods.join(", ") });
  }
  if (response.ok) return omitUnchanged(request, response);
  const headers = new Headers(response.headers);
  headers.set("content-type", "application/problem+json");
  headers.set("cache-control", "private, no-store");
  if (response.status === 503) headers.set("retry-after", "2");
  return new Response(response.body, { status: response.status, headers });
}
