import "server-only";
import { db } from "../db/client";
import { sha256 } from "../text/digest";

/** Ends the session that this cookie holds, on every node at once: sessions are read from the database each time. */
export async function endSession(cookie: string) {
  await db.session.deleteMany({ where: { tokenHash: sha256(cookie) } });
}
