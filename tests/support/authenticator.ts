import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

const sha256 = (given: Buffer | string) => createHash("sha256").update(given).digest();

type Asserted = {
  challenge: string;
  counter?: number;
  origin?: string;
  rpId?: string;
  /** What the client says that it did. */
  type?: string;
  /** User present, and user verified. */
  flags?: number;
};

/** A security key in software: a real pair of keys, signing what a real one would, or what a forger would. */
export function makeAuthenticator() {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const [bx, by] = [Buffer.from(x, "base64url"), Buffer.from(y, "base64url")];
  // A map of five: an elliptic key, ES256, P-256, and its two coordinates, in COSE.
  const cose = Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20]),
    bx,
    Buffer.from([0x22, 0x58, 0x20]),
    by,
  ]);
  const credentialId = randomBytes(32).toString("base64url");

  /** What a browser hands on when the key signed. */
  function assert({ challenge, counter = 1, origin = "http://localhost:3000", rpId = "localhost", ...odd }: Asserted) {
    const client = JSON.stringify({ type: odd.type ?? "webauthn.get", challenge, origin, crossOrigin: false });
    const count = Buffer.alloc(4);
    count.writeUInt32BE(counter);
    const data = Buffer.concat([sha256(rpId), Buffer.from([odd.flags ?? 0x05]), count]);
    const signature = sign("sha256", Buffer.concat([data, sha256(client)]), privateKey);
    return {
      id: credentialId,
      rawId: credentialId,
      type: "public-key" as const,
      response: {
        clientDataJSON: Buffer.from(client).toString("base64url"),
        authenticatorData: data.toString("base64url"),
        signature: signature.toString("base64url"),
      },
      clientExtensionResults: {},
    };
  }
  return { credentialId, publicKey: new Uint8Array(cose), assert };
}
