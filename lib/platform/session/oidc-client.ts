import "server-only";
import { createHmac } from "node:crypto";
import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  ClientSecretBasic,
  ClientSecretPost,
  Configuration,
  calculatePKCECodeChallenge,
  clockTolerance,
  customFetch,
  discovery,
  fetchUserInfo,
  None,
  type ServerMetadata,
} from "openid-client";
import { env } from "../env";
import { fetchGuarded } from "../http/guarded-fetch";
import { isAllowedUrl } from "../http/ssrf-guard";
import { freshMinutes } from "./durations";

type OidcProvider = { id: string; version: number; issuer: string; clientId: string; secret: string };

/** What an issuer said of somebody who came back from it. */
type VerifiedIdentity = { email: unknown; emailVerified: boolean; provedAt: Date | null };

const timeout = 5;
/** Which addresses may be asked is decided by the guard: on a server that only this machine reaches, this machine without TLS too. */
const secure = () => (env().onThisMachineOnly ? [allowInsecureRequests] : []);

const algorithms = ["RS256", "ES256", "PS256", "EdDSA"];

/** Where the issuer sends people back to: a place of its own for each, so that no issuer can pass for another. */
export const toCallback = (id: string) => `${env().origin}/api/auth/organization/${id}/callback`;

/** Reads what an issuer says of itself. It has to be the one that was asked, over addresses that may be asked. */
export async function discover(issuer: string): Promise<ServerMetadata> {
  const options = { [customFetch]: fetchGuarded, execute: secure(), timeout };
  const found = (await discovery(new URL(issuer), "concerted", undefined, None(), options)).serverMetadata();
  if (found.issuer !== issuer) throw new Error("the issuer calls itself something else");
  for (const at of ["authorization_endpoint", "token_endpoint", "jwks_uri"] as const) {
    const given = found[at];
    if (!given || !URL.canParse(given) || !isAllowedUrl(new URL(given)))
      throw new Error("an endpoint that may not be asked");
  }
  return found;
}

const choose = (offered: readonly string[] | undefined, wanted: readonly string[], otherwise: string) =>
  offered ? wanted.find((it) => offered.includes(it)) : otherwise;

function configure(issuer: ServerMetadata, { clientId, secret }: OidcProvider): Configuration {
  const methods = ["client_secret_basic", "client_secret_post"];
  const method = choose(issuer.token_endpoint_auth_methods_supported, methods, "client_secret_basic");
  const authenticate = method === "client_secret_post" ? ClientSecretPost(secret) : ClientSecretBasic(secret);
  const metadata = {
    client_secret: secret,
    id_token_signed_response_alg: choose(issuer.id_token_signing_alg_values_supported, algorithms, "RS256") ?? "RS256",
    [clockTolerance]: 30,
  };
  const configuration = new Configuration(issuer, clientId, metadata, authenticate);
  configuration[customFetch] = fetchGuarded;
  configuration.timeout = timeout;
  for (const execute of secure()) execute(configuration);
  return configuration;
}

const kept = new Map<string, { version: number; until: number; client: Configuration }>();

/** The issuer as its client knows it, read anew every five minutes and whenever its settings change. */
async function openClient(provider: OidcProvider): Promise<Configuration> {
  const cached = kept.get(provider.id);
  if (cached && cached.version === provider.version && cached.until > Date.now()) return cached.client;
  const client = configure(await discover(provider.issuer), provider);
  kept.set(provider.id, { version: provider.version, until: Date.now() + 5 * 60_000, client });
  return client;
}

/** Everything that proves a way to be one's own comes from one secret, which lies in the browser alone. */
function checksOf(secret: string) {
  const derive = (what: string) => createHmac("sha256", secret).update(what).digest("base64url");
  return { state: derive("state"), nonce: derive("nonce"), verifier: derive("verifier") };
}

/** Where to send the browser. A sign-in older than what counts as fresh is asked for anew over there. */
export async function toAuthorization(provider: OidcProvider, secret: string, hint: string | null): Promise<string> {
  const { state, nonce, verifier } = checksOf(secret);
  return buildAuthorizationUrl(await openClient(provider), {
    redirect_uri: toCallback(provider.id),
    scope: "openid email",
    state,
    nonce,
    code_challenge: await calculatePKCECodeChallenge(verifier),
    code_challenge_method: "S256",
    max_age: String(freshMinutes * 60),
    ...(hint ? { login_hint: hint } : {}),
  }).href;
}

/** Takes the code that came back, once, and reads whom the issuer vouches for. Throws for whatever does not fit. */
export async function readVerifiedIdentity(
  provider: OidcProvider,
  secret: string,
  answer: URLSearchParams,
): Promise<VerifiedIdentity> {
  const { state, nonce, verifier } = checksOf(secret);
  const client = await openClient(provider);
  // Without a `maxAge`: an issuer that does not say when somebody signed in still signs in, and commits nothing.
  const tokens = await authorizationCodeGrant(client, new URL(`${toCallback(provider.id)}?${answer}`), {
    expectedState: state,
    expectedNonce: nonce,
    pkceCodeVerifier: verifier,
  });
  const claims = tokens.claims();
  if (!claims) throw new Error("no token of who it is");
  const provedAt = typeof claims.auth_time === "number" ? new Date(claims.auth_time * 1_000) : null;
  // Some issuers put the address into the token, some tell it only when asked; both are bound to the same subject.
  const about = claims.email === undefined ? await fetchUserInfo(client, tokens.access_token, claims.sub) : claims;
  return { email: about.email, emailVerified: about.email_verified === true, provedAt };
}
