import { parseArgs } from "node:util";
import { UserError } from "@/bin/host/user-error.mjs";
import { runCommandLine } from "@/bin/server/command-line";
import { exportPersonalData, findPersonByAddress } from "@/lib/accounts/read.personal-data";
import { type EmailReplacement, replaceEmail } from "@/lib/accounts/write.operator-email";
import { erasePerson } from "./erasure/erase-person";
import { formatErasure } from "./erasure/format-erasure";

const usage = `usage: npm run -s person -- export --email ADDRESS
       npm run -s person -- erase --email ADDRESS [--former-name NAME]… [--keep CODE]… [--clear CODE]… [--confirm CODE]
       npm run -s person -- change-email --email ADDRESS --to ADDRESS [--confirm]

  export    prints everything held about a person as JSON, without what would open something
  erase     lists every text that would change, with where and how often, and every text that would not; does it with the
            code of that listing. Words change in rows of the person's own organizations alone. What they did stays in the
            history, by an id that then means nobody. It cannot be undone. Backups made before still hold them until they
            are thrown away.
  change-email
            for a person who lost their mailbox, and whom you know to be that person: shows what ends; with --confirm,
            gives them the other address and ends their sessions, access tokens and what the lost mailbox was invited to.
            The lost mailbox gets a mail.`;

const formatReplacement = ({ sessions, tokens, invitations, passkeys }: EmailReplacement, confirmed: boolean) =>
  [
    confirmed ? "Changed: this person signs in with the new address." : "Nothing is changed yet: --confirm does it.",
    `${confirmed ? "Ended" : "Would end"}: sessions: ${sessions}, access tokens: ${tokens}, invitations: ${invitations}.`,
    `Kept: mandates, history and passkeys: ${passkeys}.`,
  ].join("\n");

const email = { type: "string" } as const;
const many = { type: "string", multiple: true } as const;

async function changeEmail(args: string[]) {
  const confirm = { type: "boolean", default: false } as const;
  const { values } = parseArgs({ args, options: { email, to: email, confirm } });
  if (!values.email || !values.to) return null;
  return formatReplacement(await replaceEmail(values.email, values.to, values.confirm), values.confirm);
}

async function erase(args: string[]) {
  const options = { email, confirm: email, keep: many, clear: many, "former-name": many };
  const { values } = parseArgs({ args, options });
  if (!values.email) return null;
  const ownerUrl = process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL;
  if (!ownerUrl) throw new UserError("Set DATABASE_OWNER_URL: only who owns the tables can erase.");
  const { confirm, keep = [], clear = [], "former-name": formerNames = [] } = values;
  const whom = await findPersonByAddress(values.email);
  return formatErasure(await erasePerson(ownerUrl, whom, { confirm, keep, clear, formerNames }), whom);
}

async function exportData(args: string[]) {
  const { values } = parseArgs({ args, options: { email } });
  return values.email ? exportPersonalData(values.email) : null;
}

const commands = new Map([
  ["export", exportData],
  ["erase", erase],
  ["change-email", changeEmail],
]);

await runCommandLine(usage, async ([command = "", ...args]) => commands.get(command)?.(args) ?? null);
