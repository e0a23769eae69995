/** Where focus goes when the row that held it is gone. */
export const passkeyListId = "passkeys";
