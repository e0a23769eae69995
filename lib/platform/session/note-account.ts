import "server-only";

type KnownAccounts = { note: (digest: string, personId: string | null) => void };

/**
 * Tells the server in front of Next, which runs in this process, whose a session or a token is: from then on its requests are
 * counted by account. Nobody is let in by it.
 */
export function noteAccount(digest: string, personId: string | null): void {
  (globalThis as { concertedAccounts?: KnownAccounts }).concertedAccounts?.note(digest, personId);
}
