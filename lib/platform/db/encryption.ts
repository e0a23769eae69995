import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "../env";

const keyFor = (purpose: string) => Buffer.from(hkdfSync("sha256", env().secret, "concerted", `sealed ${purpose}`, 32));

/** Seals a secret of somebody else's that has to be read again. `about` binds it to its row: elsewhere it does not open. */
export function encryptSecret(text: string, purpose: string, about: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose), iv).setAAD(Buffer.from(about));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return ["v1", iv, sealed, cipher.getAuthTag()]
    .map((it) => (typeof it === "string" ? it : it.toString("base64url")))
    .join(".");
}

/** What was sealed; null when it was sealed with another AUTH_SECRET, for another row, or changed since. */
export function decryptSecret(sealed: string, purpose: string, about: string): string | null {
  const [version, iv = "", text = "", tag = ""] = sealed.split(".");
  if (version !== "v1") return null;
  try {
    const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose), Buffer.from(iv, "base64url"), {
      authTagLength: 16,
    });
    decipher.setAAD(Buffer.from(about)).setAuthTag(Buffer.from(tag, "base64url"));
    return Buffer.concat([decipher.update(Buffer.from(text, "base64url")), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
