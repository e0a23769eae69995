/** The element that takes focus when the focused row is removed. */
export const passkeyListId = "passkeys";
