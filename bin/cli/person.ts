import { parseArgs } from "node:util";
import { UserError } from "@/bin/host/user-error.mjs";
import { runCommandLine } from "@/bin/server/command-line";
import { exportPersonalData, findPersonByAddress } from "@/lib/accounts/read.personal-data";
import { type EmailReplacement, replaceEmail } from "@/lib/accounts/write.operator-email";
import { type Erased, erasePerson } from "./erase-person";

const usage = `usage: npm run -s person -- export --email ADDRESS
       npm run -s person -- erase --email ADDRESS [--confirm]
       npm run -s person -- change-email --email ADDRESS --to ADDRESS [--confirm]

  export    prints everything held about a person as JSON, without what would open something
  erase     shows what would be erased; with --confirm, does it. It cannot be undone. What they did stays in the
            history, by an id that then means nobody. Backups made before still hold them until they are thrown away.
  change-email
            for a person who lost their mailbox, and whom you know to be that person: shows what ends; with --confirm,
            gives them the other address and ends their sessions, access tokens and what the lost mailbox was invited to.
            The lost mailbox gets a mail.`;

const list = (title: string, counts: Record<string, number>) => {
  const rows = Object.entries(counts).map(([name, count]) => `  ${name}: ${count}`);
  return rows.length > 0 ? [title, ...rows] : [];
};

const formatErasure = ({ cleared, standing }: Erased, confirmed: boolean) =>
  [
    confirmed
      ? "Erased: the person, their sessions, tokens, passkeys, mandates, links and mails."
      : "Nothing is changed yet: this shows what --confirm does. The person and all that is theirs would go.",
    ...list(confirmed ? "No longer named in:" : "Would no longer be named in:", cleared),
    ...list("Still named in words of record, for their organizations to word anew:", standing),
  ].join("\n");

const formatReplacement = ({ sessions, tokens, invitations, passkeys }: EmailReplacement, confirmed: boolean) =>
  [
    confirmed ? "Changed: this person signs in with the new address." : "Nothing is changed yet: --confirm does it.",
    `${confirmed ? "Ended" : "Would end"}: sessions: ${sessions}, access tokens: ${tokens}, invitations: ${invitations}.`,
    `Kept: mandates, history and passkeys: ${passkeys}.`,
  ].join("\n");

await runCommandLine(usage, async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { email: { type: "string" }, to: { type: "string" }, confirm: { type: "boolean", default: false } },
  });
  const [command, ...more] = positionals;
  if (more.length > 0 || !values.email) return null;
  if (command === "export") return exportPersonalData(values.email);
  if (command === "change-email" && values.to)
    return formatReplacement(await replaceEmail(values.email, values.to, values.confirm), values.confirm);
  if (command !== "erase" || values.to) return null;
  const ownerUrl = process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL;
  if (!ownerUrl) throw new UserError("Set DATABASE_OWNER_URL: only who owns the tables can erase.");
  return formatErasure(
    await erasePerson(ownerUrl, await findPersonByAddress(values.email), values.confirm),
    values.confirm,
  );
});
