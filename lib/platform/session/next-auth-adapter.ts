import "server-only";
import type { Adapter, AdapterUser } from "next-auth/adapters";
import { db } from "../db/client";
import { sha256 } from "../text/digest";

type PersonRow = { id: string; email: string; emailVerified: Date | null };
const toUser = ({ id, email, emailVerified }: PersonRow): AdapterUser => ({ id, email, emailVerified });
const known = { id: true, email: true, emailVerified: true } as const;

export type StartedSession = { tokenHash: string; personId: string; expiresAt: Date };
export type StartSession = (session: StartedSession) => Promise<void>;

/**
 * What next-auth may do with our tables. Tokens are kept as hashes; nobody is created by signing in: people come by
 * admission and invitation. How a session starts is told from outside, because the record hears of it.
 */
export const makeAdapter = (startSession: StartSession): Adapter => ({
  createUser: () => Promise.reject(new Error("nobody is created by signing in")),
  async getUser(id) {
    const person = await db.person.findUnique({ where: { id }, select: known });
    return person && toUser(person);
  },
  async getUserByEmail(email) {
    const person = await db.person.findUnique({ where: { email }, select: known });
    return person && toUser(person);
  },
  getUserByAccount: () => Promise.resolve(null),
  linkAccount: () => Promise.reject(new Error("no accounts are linked")),
  async updateUser({ id, emailVerified }) {
    return toUser(
      await db.person.update({ where: { id }, data: { emailVerified: emailVerified ?? null }, select: known }),
    );
  },
  async createSession({ sessionToken, userId, expires }) {
    await startSession({ tokenHash: sha256(sessionToken), personId: userId, expiresAt: expires });
    return { sessionToken, userId, expires };
  },
  async getSessionAndUser(sessionToken) {
    const session = await db.session.findUnique({
      where: { tokenHash: sha256(sessionToken) },
      select: { expiresAt: true, person: { select: known } },
    });
    if (!session) return null;
    return {
      session: { sessionToken, userId: session.person.id, expires: session.expiresAt },
      user: toUser(session.person),
    };
  },
  // Idle and absolute times are ours to keep; next-auth may not stretch a session.
  updateSession: () => Promise.resolve(null),
  async deleteSession(sessionToken) {
    await db.session.deleteMany({ where: { tokenHash: sha256(sessionToken) } });
  },
  createVerificationToken: () => Promise.reject(new Error("links are made at sending time, elsewhere")),
  // One statement takes the link and ends it, so that of twenty racing clicks one signs in.
  // Whether it still opens is asked of the database's clock; next-auth would ask this node's.
  async useVerificationToken({ token }) {
    const taken = await db.$queryRaw<{ email: string; opens: boolean }[]>`
      DELETE FROM "SignInLink" WHERE "tokenHash" = ${token} RETURNING "email", "expiresAt" > now() AS "opens"`;
    const link = taken[0];
    return link?.opens ? { identifier: link.email, token, expires: new Date(Date.now() + 60_000) } : null;
  },
});
