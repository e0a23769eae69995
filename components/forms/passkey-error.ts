type PasskeyError = "cancelled" | "already" | "unsupported" | "reported";

/** Why a passkey came to nothing; `reported` is the API's own error. A browser says "not allowed" when its user cancelled. */
export function passkeyErrorOf(error: unknown): Exclude<PasskeyError, "already"> {
  const fault = registrationErrorOf(error);
  return fault === "already" ? "cancelled" : fault;
}

/** The same while a key is made, where the device may have one already. */
export function registrationErrorOf(error: unknown): PasskeyError {
  if (!(error instanceof Error)) return "reported";
  const { name, message } = error;
  if (name === "InvalidStateError") return "already";
  if (["NotAllowedError", "AbortError"].includes(name)) return "cancelled";
  if (["NotSupportedError", "SecurityError"].includes(name) || /WebAuthn is not supported/.test(message))
    return "unsupported";
  return "reported";
}
