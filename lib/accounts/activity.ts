import "server-only";
import { recorderOf } from "@/lib/activity/record";
import { code, codes, count, flag, id, moment, recorded } from "@/lib/activity/schema";
import { TokenScope } from "@/lib/platform/generated/prisma/enums";

const side = code(["new", "old"]);

/** What the record keeps of people’s accounts: never an address, a name or a secret. */
export const kinds = {
  "person.signedIn": recorded({ session: id, by: code(["organization"]).optional() }),
  "person.renamed": recorded(),
  "person.emailChangeRequested": recorded({ change: id }),
  "person.emailConfirmed": recorded({ change: id, side }),
  // By its person from both mailboxes, or by the operator, who ends whatever the lost mailbox could have opened.
  "person.emailChanged": recorded({
    change: id.optional(),
    side: side.optional(),
    commandLine: flag.optional(),
    sessions: count.optional(),
    tokens: count.optional(),
  }),
  "person.emailChangeStopped": recorded({ change: id, side: side.optional() }),
  // How many texts lost the name, in rows of their own organizations; `standing`: words of record that name them still;
  // `left`: texts of others in which the same words stand.
  "person.erased": recorded({ commandLine: flag, cleared: count, standing: count, left: count.optional() }),
  "session.ended": recorded({ session: id.optional(), kept: id.optional(), ended: count.optional() }),
  "token.created": recorded({
    scope: code(TokenScope),
    expiresAt: moment,
    person: id.optional(),
    commandLine: flag.optional(),
  }),
  "token.revoked": recorded(),
  "passkey.added": recorded({ passkey: id }),
  "passkey.renamed": recorded({ passkey: id }),
  "passkey.removed": recorded({ passkey: id }),
  "passkey.used": recorded({ passkey: id, session: id }),
  "passkey.refused": recorded({ passkey: id }),
  "identityProvider.configured": recorded({ version: count, enabled: flag, given: codes }),
  "identityProvider.removed": recorded(),
  "administrator.granted": recorded({ commandLine: flag }),
  "administrator.revoked": recorded({ commandLine: flag }),
};

export const record = recorderOf(kinds);
