export type PasskeyFault = "cancelled" | "already" | "unsupported" | "told";

/** What the browser, its user or our door made of a passkey: a browser says "not allowed" for whoever changed their mind. */
export function faultOf(error: unknown): Exclude<PasskeyFault, "already"> {
  const fault = faultOfNew(error);
  return fault === "already" ? "cancelled" : fault;
}

/** The same while a key is made, where the device may have one already. */
export function faultOfNew(error: unknown): PasskeyFault {
  if (!(error instanceof Error)) return "told";
  const { name, message } = error;
  if (name === "InvalidStateError") return "already";
  if (["NotAllowedError", "AbortError"].includes(name)) return "cancelled";
  if (["NotSupportedError", "SecurityError"].includes(name) || /WebAuthn is not supported/.test(message))
    return "unsupported";
  return "told";
}
