import "server-only";
import { createHmac } from "node:crypto";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import type { Prisma } from "@/lib/platform/generated/prisma/client";
import { Refusal } from "@/lib/platform/http/refusal";
import { sha256 } from "@/lib/platform/text/digest";
import { readClock } from "@/lib/platform/time/clock";
import type { Viewer } from "@/lib/viewer/schema";
import type { EmailChange, OpenedChange, Side } from "./schema.email";

export const shownChange = {
  id: true,
  newEmail: true,
  newConfirmedAt: true,
  oldConfirmedAt: true,
  createdAt: true,
  expiresAt: true,
} satisfies Prisma.EmailChangeSelect;
type Row = Prisma.EmailChangeGetPayload<{ select: typeof shownChange }>;

/** Made of the change and this installation's secret: the worker makes it again when it mails it, so it lies in no queue. */
export const emailChangeToken = (id: string, side: Side) =>
  createHmac("sha256", env().secret).update(`email change ${id} ${side}`).digest("base64url");

const confirmedBy = ({ newConfirmedAt, oldConfirmedAt }: Pick<Row, "newConfirmedAt" | "oldConfirmedAt">) => ({
  new: newConfirmedAt !== null,
  old: oldConfirmedAt !== null,
});

export const toEmailChange = (row: Row): EmailChange => ({
  id: row.id,
  to: row.newEmail,
  confirmed: confirmedBy(row),
  requestedAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
});

/** What waits for both of one's addresses, or nothing. */
export async function readEmailChange({ personId }: Viewer): Promise<{ change: EmailChange | null }> {
  if (personId === null) throw new Refusal("UNAUTHORIZED", "signInFirst");
  const where = { personId, expiresAt: { gt: await readClock(db) } };
  const row = await db.emailChange.findFirst({ where, select: shownChange });
  return { change: row && toEmailChange(row) };
}

/** What a link is for, without using it up: mail scanners look at every link. Used, stopped and unknown are one answer. */
export async function openEmailChange(token: string): Promise<OpenedChange> {
  const hash = sha256(token);
  const row = await db.emailChange.findFirst({
    where: { OR: [{ newTokenHash: hash }, { oldTokenHash: hash }], expiresAt: { gt: await readClock(db) } },
    select: { ...shownChange, newTokenHash: true, person: { select: { email: true } } },
  });
  if (!row) throw new Refusal("NOT_FOUND", "noSuchEmailChange");
  const side = row.newTokenHash === hash ? "new" : "old";
  return {
    side,
    from: side === "old" ? row.person.email : null,
    to: row.newEmail,
    confirmed: confirmedBy(row),
    expiresAt: row.expiresAt.toISOString(),
  };
}
