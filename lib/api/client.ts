import { createORPCClient } from "@orpc/client";
import { RPCLink } from "@orpc/client/fetch";
import type { RouterClient } from "@orpc/server";
import { createTanstackQueryUtils } from "@orpc/tanstack-query";
import type { Router } from "./router";

/** What the reader of a page saw when they pressed the button. */
type ClientContext = { ifMatch?: number; ifNoneMatch?: boolean };

const link = new RPCLink<ClientContext>({
  url: () => `${window.location.origin}/api/rpc`,
  headers: ({ context }) => ({
    "x-concerted": "1",
    "idempotency-key": crypto.randomUUID(),
    "accept-language": document.documentElement.lang,
    ...(context.ifMatch === undefined ? {} : { "if-match": `"${context.ifMatch}"` }),
    ...(context.ifNoneMatch ? { "if-none-match": "*" } : {}),
  }),
});

const client: RouterClient<Router, ClientContext> = createORPCClient(link);

/** The router as the browser calls it: `api.positions.signOff.mutationOptions({ context: { ifMatch } })`. */
export const api = createTanstackQueryUtils(client);
