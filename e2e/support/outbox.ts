import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { expect } from "@playwright/test";

export type KeptMail = { to: string; subject: string; text: string };

/** The mails to this address that lie in the outbox, once there are so many. */
export async function mailsTo(email: string, atLeast: number): Promise<KeptMail[]> {
  const outbox = path.join(process.env.CONCERTED_DATA_DIR ?? "", "outbox");
  let found: KeptMail[] = [];
  await expect(async () => {
    const mails = await Promise.all((await readdir(outbox)).map((it) => readFile(path.join(outbox, it), "utf8")));
    found = mails.map((it) => JSON.parse(it) as KeptMail).filter(({ to }) => to === email);
    expect(found.length).toBeGreaterThanOrEqual(atLeast);
  }).toPass({ timeout: 20_000 });
  return found;
}
