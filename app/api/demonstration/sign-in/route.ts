import { isDemonstrationAddress } from "@/lib/accounts/rules";
import { isDirect, languageOf } from "@/lib/api/gateway";
import { optionsOf } from "@/lib/api/options";
import { answerProblem } from "@/lib/api/problem";
import { readForm, refuseForeignForm, signIn } from "@/lib/api/sign-in-routes";
import { isDemonstration } from "@/lib/network/read.settings";
import { db } from "@/lib/platform/db/client";
import { createLinkToken } from "@/lib/platform/session/sign-in-links";
import { canonicalEmail } from "@/lib/platform/text/email-address";

const absent = (request: Request) => answerProblem({ status: 404, reason: "noSuchPlace" }, languageOf(request.headers));

/** Nobody who reaches this machine through a tunnel, a proxy or a name that was made to point here is offered a click. */
const isOffered = async ({ headers }: Request) => isDirect(headers) && (await isDemonstration());

/** One click for demonstration people: makes the link that a mail would carry, and takes it. */
export async function POST(request: Request) {
  if (!(await isOffered(request))) return absent(request);
  const foreign = await refuseForeignForm(request);
  if (foreign) return foreign;
  const form = await readForm(request);
  const email = canonicalEmail(String(form?.get("email") ?? ""));
  if (!email || !isDemonstrationAddress(email) || (await db.person.count({ where: { email } })) !== 1)
    return absent(request);
  return signIn(request, await createLinkToken(email), String(form?.get("next") ?? ""));
}

const taken = optionsOf("POST");

export const OPTIONS = async (request: Request) => ((await isOffered(request)) ? taken : absent)(request);
