import { randomBytes } from "node:crypto";
import { db } from "@/lib/platform/db/client";
import { createLinkToken } from "@/lib/platform/session/sign-in-links";
import { sha256 } from "@/lib/platform/text/digest";
import { given } from "@/tests/support/builders";
import type { ClockFixtures } from "./clock-world";

/** Run as a program of its own. Prints, for so many nodes, what a person may hold that time makes valid or not. */
const sets = Number(process.argv[2] ?? 1);
const minute = 60_000;
const hour = 60 * minute;
const ahead = (time: number) => new Date(Date.now() + time);
const secret = () => randomBytes(32).toString("base64url");

const organization = await given.organization({ slug: "soak-clock", code: "SC" });
const { slug: proposition } = await given.proposition();
const { id: personId, email } = await given.signatory(organization);

type Times = { authenticatedAt?: Date; lastSeenAt?: Date; expiresAt?: Date };

async function session(times: Times, person = personId): Promise<string> {
  const value = secret();
  const data = { tokenHash: sha256(value), personId: person, expiresAt: ahead(24 * hour), ...times };
  await db.session.create({ data });
  return value;
}

async function token(expiresAt: Date): Promise<string> {
  const value = secret();
  await db.accessToken.create({ data: { personId, name: "soak", scope: "read", tokenHash: sha256(value), expiresAt } });
  return value;
}

async function mandated(expiresAt: Date): Promise<string> {
  const someone = await given.representative(organization, { expiresAt });
  return session({}, someone.id);
}

async function link(expiresAt: Date): Promise<string> {
  const value = await createLinkToken(email);
  const newest = await db.signInLink.findFirstOrThrow({ orderBy: { expiresAt: "desc" } });
  await db.signInLink.update({ where: { tokenHash: newest.tokenHash }, data: { expiresAt } });
  return value;
}

async function createFixtures(): Promise<ClockFixtures> {
  return {
    organization: organization.slug,
    proposition,
    email,
    freshSession: await session({}),
    staleSession: await session({ authenticatedAt: ahead(-30 * minute) }),
    restingSession: await session({ lastSeenAt: ahead(-7.5 * hour) }),
    forgottenSession: await session({ lastSeenAt: ahead(-8.5 * hour) }),
    lastingSession: await session({ expiresAt: ahead(30 * minute) }),
    endedSession: await session({ expiresAt: ahead(-30 * minute) }),
    lastingToken: await token(ahead(30 * minute)),
    endedToken: await token(ahead(-30 * minute)),
    lastingMandate: await mandated(ahead(30 * minute)),
    endedMandate: await mandated(ahead(-30 * minute)),
    endedLink: await link(ahead(-10 * minute)),
    lastingLink: await link(ahead(10 * minute)),
  };
}

const fixtures: ClockFixtures[] = [];
for (let n = 0; n < sets; n++) fixtures.push(await createFixtures());
process.stdout.write(`${JSON.stringify(fixtures)}\n`);
await db.$disconnect();
