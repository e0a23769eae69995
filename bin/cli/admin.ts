import { parseArgs } from "node:util";
import { runCommandLine } from "@/bin/server/command-line";
import { listAdministratorLines } from "@/lib/accounts/read.administrators";
import { setAdministrator } from "@/lib/accounts/write.administrators";
import { beginTerm } from "@/lib/organizations/write.first-term";

const usage = `usage: npm run -s admin -- COMMAND

  list                                  who administers this installation
  grant --email ADDRESS [--name NAME]   makes somebody an administrator; the first one, on a new installation
  revoke --email ADDRESS                ends that
  convener --organization SLUG --email ADDRESS
                                        begins a convener's term of a member organization, exercised by this person

The record says that each was done at the command line.`;

await runCommandLine(usage, async (args) => {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { email: { type: "string" }, name: { type: "string" }, organization: { type: "string" } },
  });
  const [command, ...more] = positionals;
  if (more.length > 0) return null;
  const { email, name, organization } = values;
  if (command === "list")
    return (await listAdministratorLines()).join("\n") || "Nobody administers this installation yet.";
  if (command === "grant" && email) return setAdministrator({ email, name: name ?? null, administrator: true });
  if (command === "revoke" && email) return setAdministrator({ email, name: null, administrator: false });
  if (command === "convener" && email && organization) return beginTerm({ email, organization });
  return null;
});
