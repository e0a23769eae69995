import { parseArgs } from "node:util";
import { runCommandLine } from "@/bin/server/command-line";
import { tokenScopes } from "@/lib/accounts/constants";
import { issueToken } from "@/lib/accounts/write";
import { Refusal } from "@/lib/platform/http/refusal";
import { canonicalEmail } from "@/lib/platform/text/email-address";

const usage = `usage: npm run -s token -- --email ADDRESS [--scope ${tokenScopes.join("|")}] [--name NAME]`;

await runCommandLine(usage, async (args) => {
  const { values } = parseArgs({
    args,
    options: {
      email: { type: "string" },
      scope: { type: "string", default: "read" },
      name: { type: "string", default: "Command line" },
    },
  });
  const scope = tokenScopes.find((it) => it === values.scope);
  if (!values.email || !scope) return null;
  const email = canonicalEmail(values.email);
  if (!email) throw new Refusal("NOT_FOUND", "noSuchPerson");
  return issueToken({ email, scope, name: values.name });
});
