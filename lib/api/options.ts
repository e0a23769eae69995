import "server-only";
import { methodsAt, rpcMethodsAt, withReading } from "./endpoints";
import { languageOf } from "./gateway";
import { answerProblem } from "./problem";

/** What an address takes (RFC 9110, 9.3.7): 204, Allow and no body. Told to anybody, as the contract is. */
async function answerOptions({ headers }: Request, methods: readonly string[]): Promise<Response> {
  if (methods.length === 0) return answerProblem({ status: 404, reason: "noSuchPlace" }, languageOf(headers));
  return new Response(null, {
    status: 204,
    headers: { allow: methods.join(", "), "cache-control": "private, no-store" },
  });
}

const pathOf = ({ url }: Request, before: string) => new URL(url).pathname.slice(before.length);

export const restOptions = (request: Request) => answerOptions(request, methodsAt(pathOf(request, "/api/v1")));
export const rpcOptions = (request: Request) => answerOptions(request, rpcMethodsAt(pathOf(request, "/api/rpc")));

/** For a route beside the router, which says itself what it takes. */
export const optionsOf = (...methods: string[]) => {
  const all = withReading(methods);
  return (request: Request) => answerOptions(request, all);
};
