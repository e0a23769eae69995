export type PasskeyError = "cancelled" | "already" | "unsupported" | "told";

/** What the browser, its user or our door made of a passkey: a browser says "not allowed" for whoever changed their mind. */
export function passkeyErrorOf(error: unknown): Exclude<PasskeyError, "already"> {
  const fault = registrationErrorOf(error);
  return fault === "already" ? "cancelled" : fault;
}

/** The same while a key is made, where the device may have one already. */
export function registrationErrorOf(error: unknown): PasskeyError {
  if (!(error instanceof Error)) return "told";
  const { name, message } = error;
  if (name === "InvalidStateError") return "already";
  if (["NotAllowedError", "AbortError"].includes(name)) return "cancelled";
  if (["NotSupportedError", "SecurityError"].includes(name) || /WebAuthn is not supported/.test(message))
    return "unsupported";
  return "told";
}
