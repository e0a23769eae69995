import { z } from "zod";
import { listOf, pageQuery } from "@/lib/platform/http/pagination";
import { line } from "@/lib/platform/text/schema";

const moment = z.iso.datetime();
const encoded = (max: number) =>
  z
    .string()
    .max(max)
    .regex(/^[A-Za-z0-9_-]+$/);
/** How a browser reaches a key: `usb`, `smart-card`. */
const transport = z
  .string()
  .max(30)
  .regex(/^[a-z-]+$/);
const transports = z.array(z.string().max(30)).max(10);

export const passkey = z.object({
  id: z.uuid(),
  name: z.string(),
  /** Kept by the device's maker as well, so that it is not lost with the device. */
  synced: z.boolean(),
  createdAt: moment,
  lastUsedAt: moment.nullable(),
});
export type Passkey = z.output<typeof passkey>;
export const passkeyList = listOf(passkey);
export const passkeysInput = z.strictObject(pageQuery);
export type PasskeysInput = z.output<typeof passkeysInput>;

const name = line(80).min(1);
export const removePasskeyInput = z.strictObject({ id: z.uuid() });
export const renamePasskeyInput = z.strictObject({ id: z.uuid(), name });
export const removedPasskey = z.object({ removed: z.literal(true) });

const known = z.object({ id: z.string(), type: z.string(), transports: transports.optional() });
const verification = z.enum(["required", "preferred", "discouraged"]);

/** WebAuthn creation options in JSON, for the browser to make a key with. */
export const creationOptions = z.object({
  challenge: z.string(),
  rp: z.object({ id: z.string().optional(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string(), displayName: z.string() }),
  pubKeyCredParams: z.array(z.object({ alg: z.number().int(), type: z.literal("public-key") })),
  timeout: z.number().int().optional(),
  excludeCredentials: z.array(known).optional(),
  authenticatorSelection: z
    .object({
      residentKey: verification.optional(),
      requireResidentKey: z.boolean().optional(),
      userVerification: verification.optional(),
    })
    .optional(),
  attestation: z.enum(["none", "direct", "enterprise", "indirect"]).optional(),
});

/** What the browser is asked to sign with one of these keys. */
export const requestOptions = z.object({
  challenge: z.string(),
  rpId: z.string().optional(),
  timeout: z.number().int().optional(),
  allowCredentials: z.array(known).optional(),
  userVerification: verification.optional(),
});

/** Fields of a WebAuthn credential around its response; not used for any decision. */
const credentialEnvelope = {
  id: encoded(2_000),
  rawId: encoded(2_000),
  type: z.literal("public-key"),
  clientExtensionResults: z.record(z.string().max(80), z.unknown()),
  authenticatorAttachment: z.enum(["platform", "cross-platform"]).optional(),
};

export const addPasskeyInput = z.strictObject({
  name,
  response: z.strictObject({
    ...credentialEnvelope,
    response: z.strictObject({
      clientDataJSON: encoded(8_000),
      attestationObject: encoded(40_000),
      authenticatorData: encoded(20_000).optional(),
      transports: z.array(transport).max(10).optional(),
      publicKeyAlgorithm: z.number().int().optional(),
      publicKey: encoded(10_000).optional(),
    }),
  }),
});
export type AddPasskeyInput = z.output<typeof addPasskeyInput>;

export const reauthenticationInput = z.strictObject({
  response: z.strictObject({
    ...credentialEnvelope,
    response: z.strictObject({
      clientDataJSON: encoded(8_000),
      authenticatorData: encoded(20_000),
      signature: encoded(10_000),
      userHandle: encoded(200).optional(),
    }),
  }),
});
export type ReauthenticationInput = z.output<typeof reauthenticationInput>;

/** From this moment on, for ten minutes, this session may commit. */
export const reauthentication = z.object({ provedAt: moment });
