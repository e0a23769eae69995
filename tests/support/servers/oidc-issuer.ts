import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

export type Claims = { email?: string; email_verified?: boolean };

type Options = {
  /** Whether the address stands in the token itself, or is told only when asked. */
  inToken?: boolean;
  /** What it calls itself, where that is not where it lives. */
  called?: string;
};

const client = { id: "concerted", secret: "a-client-secret-of-the-tests-0123456789" };

/** A real issuer on a loopback port. Whoever is sent to it is `who` at once, as if they had signed in and agreed. */
export async function startIssuer({ inToken = true, called }: Options = {}) {
  const account: { who: Claims; signedInAt?: number } = { who: {} };
  const callbacks: string[] = [];
  let handle: (req: IncomingMessage, res: ServerResponse) => void = (_, res) => void res.writeHead(503).end();
  const server = createServer((req, res) => handle(req, res));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;

  const open = () => {
    const provider = new Provider(called ?? origin, {
      clients: [{ client_id: client.id, client_secret: client.secret, redirect_uris: callbacks }],
      claims: { openid: ["sub"], email: ["email", "email_verified"] },
      conformIdTokenClaims: !inToken,
      cookies: { keys: ["only-for-tests"] },
      features: { devInteractions: { enabled: false } },
      pkce: { required: () => true },
      interactions: { url: (_: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
      findAccount: (_: unknown, id: string) => ({ accountId: id, claims: () => ({ sub: id, ...account.who }) }),
    });
    const callback = provider.callback();
    const interact = async (req: IncomingMessage, res: ServerResponse) => {
      const details = await provider.interactionDetails(req, res);
      if (details.prompt.name === "login") {
        const login = { accountId: "somebody", ...(account.signedInAt ? { ts: account.signedInAt } : {}) };
        return provider.interactionFinished(req, res, { login });
      }
      const grant = new provider.Grant({ accountId: "somebody", clientId: client.id });
      grant.addOIDCScope("openid email");
      return provider.interactionFinished(req, res, { consent: { grantId: await grant.save() } });
    };
    handle = (req, res) => {
      if (!req.url?.startsWith("/interaction/")) return void callback(req, res);
      interact(req, res).catch(() => res.writeHead(500).end());
    };
  };
  open();
  return {
    origin,
    client,
    account,
    /** Lets people be sent back there. */
    allow(callback: string) {
      callbacks.push(callback);
      open();
    },
    /** With the lines that are open: who keeps one in reserve would be waited for. */
    close: () =>
      new Promise<void>((gone) => {
        server.close(() => gone());
        server.closeAllConnections();
      }),
  };
}

/** Follows a way through an issuer as a browser would, cookies and all, to where it leaves it again. */
export async function walk(from: string): Promise<URL> {
  const { origin } = new URL(from);
  const jar = new Map<string, string>();
  for (let at = from, steps = 0; steps < 12; steps++) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(at, { redirect: "manual", headers: cookie ? { cookie } : {} });
    await answer.arrayBuffer();
    for (const set of answer.headers.getSetCookie()) {
      const [pair = ""] = set.split(";");
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    const location = answer.headers.get("location");
    if (!location) throw new Error(`the issuer stopped with ${answer.status}`);
    const next = new URL(location, at);
    if (next.origin !== origin) return next;
    at = next.href;
  }
  throw new Error("the issuer goes round in circles");
}
