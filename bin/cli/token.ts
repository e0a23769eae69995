import { parseArgs } from "node:util";
import { tokenScopes } from "@/lib/accounts/constants";
import { issueToken } from "@/lib/accounts/write";
import { db } from "@/lib/platform/db/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { errorKeyOf } from "@/lib/platform/i18n/error-key";
import { messagesIn } from "@/lib/platform/i18n/messages";
import { canonicalEmail } from "@/lib/platform/text/email-address";

const usage = `usage: npm run -s token -- --email ADDRESS [--scope ${tokenScopes.join("|")}] [--name NAME]`;

function readArguments() {
  const { values } = parseArgs({
    options: {
      email: { type: "string" },
      scope: { type: "string", default: "read" },
      name: { type: "string", default: "Command line" },
    },
  });
  const scope = tokenScopes.find((it) => it === values.scope);
  if (!values.email || !scope) throw new Error(usage);
  const email = canonicalEmail(values.email);
  if (!email) throw new Refusal("NOT_FOUND", "noSuchPerson");
  return { email, scope, name: values.name };
}

async function explain(error: unknown): Promise<string> {
  if (error instanceof Refusal) {
    const { errors } = await messagesIn("en");
    return (
      Object.entries(errors)
        .find(([reason]) => reason === errorKeyOf(error.reason))?.[1]
        .toString() ?? error.reason
    );
  }
  const { code, message } = error as { code?: string; message?: string };
  if (code === "ERR_PARSE_ARGS_UNKNOWN_OPTION" || code?.startsWith("ERR_PARSE_ARGS")) return usage;
  return (message ?? String(error)).trim().split("\n").at(-1) ?? "failed";
}

try {
  process.stdout.write(`${await issueToken(readArguments())}\n`);
} catch (error) {
  process.stderr.write(`${await explain(error)}\n`);
  process.exitCode = 1;
}
// Where the configuration itself is wrong there is nothing to let go of, and that was said already.
await Promise.resolve()
  .then(() => db.$disconnect())
  .catch(() => undefined);
