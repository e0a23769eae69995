import "server-only";
import { createHmac } from "node:crypto";
import { type Client, custom, generators, Issuer, type IssuerMetadata } from "openid-client";
import { env } from "../env";
import { isAllowedUrl, lookupPublicAddress } from "../http/ssrf-guard";
import { freshMinutes } from "./durations";

export type OidcProvider = { id: string; version: number; issuer: string; clientId: string; secret: string };

/** What an issuer said of somebody who came back from it. */
export type VerifiedIdentity = { email: unknown; emailVerified: boolean; provedAt: Date | null };

const guard = (url: URL) => {
  if (!isAllowedUrl(url)) throw new Error("an address that may not be asked");
  return { timeout: 5_000, lookup: lookupPublicAddress as never };
};
Issuer[custom.http_options] = guard;

const algorithms = ["RS256", "ES256", "PS256", "EdDSA"];

/** Where the issuer sends people back to: a place of its own for each, so that no issuer can pass for another. */
export const toCallback = (id: string) => `${env().origin}/api/auth/organization/${id}/callback`;

/** Reads what an issuer says of itself. It has to be the one that was asked, over addresses that may be asked. */
export async function discover(issuer: string): Promise<Issuer> {
  const found = await Issuer.discover(issuer);
  found[custom.http_options] = guard;
  if (found.metadata.issuer !== issuer) throw new Error("the issuer calls itself something else");
  for (const at of ["authorization_endpoint", "token_endpoint", "jwks_uri"] as const) {
    const given = found.metadata[at];
    if (!given || !URL.canParse(given) || !isAllowedUrl(new URL(given)))
      throw new Error("an endpoint that may not be asked");
  }
  return found;
}

const choose = (offered: unknown, wanted: readonly string[], otherwise: string) =>
  Array.isArray(offered) ? wanted.find((it) => offered.includes(it)) : otherwise;

function toClient(issuer: Issuer, { id, clientId, secret }: OidcProvider): Client {
  const metadata: IssuerMetadata = issuer.metadata;
  const methods = ["client_secret_basic", "client_secret_post"] as const;
  const client = new issuer.Client({
    client_id: clientId,
    client_secret: secret,
    redirect_uris: [toCallback(id)],
    response_types: ["code"],
    token_endpoint_auth_method:
      methods.find((it) => it === choose(metadata.token_endpoint_auth_methods_supported, methods, methods[0])) ??
      methods[0],
    id_token_signed_response_alg:
      choose(metadata.id_token_signing_alg_values_supported, algorithms, "RS256") ?? "RS256",
  });
  client[custom.http_options] = guard;
  client[custom.clock_tolerance] = 30;
  return client;
}

const kept = new Map<string, { version: number; until: number; client: Client }>();

/** The issuer as its client knows it, read anew every five minutes and whenever its settings change. */
async function openClient(provider: OidcProvider): Promise<Client> {
  const cached = kept.get(provider.id);
  if (cached && cached.version === provider.version && cached.until > Date.now()) return cached.client;
  const client = toClient(await discover(provider.issuer), provider);
  kept.set(provider.id, { version: provider.version, until: Date.now() + 5 * 60_000, client });
  return client;
}

/** Everything that proves a way to be one's own comes from one secret, which lies in the browser alone. */
export function checksOf(secret: string) {
  const derive = (what: string) => createHmac("sha256", secret).update(what).digest("base64url");
  return { state: derive("state"), nonce: derive("nonce"), verifier: derive("verifier") };
}

/** Where to send the browser. A sign-in older than what counts as fresh is asked for anew over there. */
export async function toAuthorization(provider: OidcProvider, secret: string, hint: string | null): Promise<string> {
  const { state, nonce, verifier } = checksOf(secret);
  return (await openClient(provider)).authorizationUrl({
    scope: "openid email",
    state,
    nonce,
    code_challenge: generators.codeChallenge(verifier),
    code_challenge_method: "S256",
    max_age: freshMinutes * 60,
    ...(hint ? { login_hint: hint } : {}),
  });
}

/** Takes the code that came back, once, and reads whom the issuer vouches for. Throws for whatever does not fit. */
export async function readVerifiedIdentity(
  provider: OidcProvider,
  secret: string,
  answer: URLSearchParams,
): Promise<VerifiedIdentity> {
  const { state, nonce, verifier } = checksOf(secret);
  const client = await openClient(provider);
  const params = client.callbackParams(`${toCallback(provider.id)}?${answer}`);
  const checks = { state, nonce, code_verifier: verifier, response_type: "code" };
  const tokens = await client.callback(toCallback(provider.id), params, checks);
  const claims = tokens.claims();
  const provedAt = typeof claims.auth_time === "number" ? new Date(claims.auth_time * 1_000) : null;
  // Some issuers put the address into the token, some tell it only when asked; both are bound to the same subject.
  const about = claims.email === undefined && tokens.access_token ? await client.userinfo(tokens) : claims;
  return { email: about.email, emailVerified: about.email_verified === true, provedAt };
}
