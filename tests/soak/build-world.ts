import { randomBytes } from "node:crypto";
import { db } from "@/lib/platform/db/client";
import { sha256 } from "@/lib/platform/text/digest";
import { given } from "@/tests/support/builders";
import type { Desk, World } from "./world";

/** Run as a program of its own, so that it works on whichever database it is told of. Prints what it made. */
const [desks = 4, propositions = 4] = process.argv.slice(2).map(Number);

const ahead = () => new Date(Date.now() + 86_400_000);
const makeSecret = () => randomBytes(32).toString("base64url");

async function mint(personId: string): Promise<string> {
  const secret = makeSecret();
  const tokenHash = sha256(secret);
  await db.accessToken.create({ data: { personId, name: "soak", scope: "commit", tokenHash, expiresAt: ahead() } });
  return secret;
}

async function admit(personId: string): Promise<string> {
  const secret = makeSecret();
  await db.session.create({ data: { personId, tokenHash: sha256(secret), expiresAt: ahead() } });
  return secret;
}

async function seat(propositions: string[], n: number): Promise<Desk> {
  const { id, slug } = await given.organization({ slug: `soak-${n}`, code: `S${n}` });
  const { id: personId, email } = await given.signatory({ id });
  const keys = { token: await mint(personId), session: await admit(personId) };
  return { organization: slug, propositions, personId, email, ...keys };
}

const theme = await given.theme();
const slugs: string[] = [];
for (let n = 0; n < propositions; n++) slugs.push((await given.proposition({ theme, slug: `soak-${n}` })).slug);
const made: World = { desks: [] };
for (let n = 0; n < desks; n++) made.desks.push(await seat(slugs, n));
process.stdout.write(`${JSON.stringify(made)}\n`);
await db.$disconnect();
