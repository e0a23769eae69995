import "server-only";
import { existsSync } from "node:fs";
import { mkdir, open } from "node:fs/promises";
import path from "node:path";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import type { NounWork } from "./jobs.notifications";
import { beginning } from "./read";
import type { KeptHead, Occasion } from "./schema";

declare module "@/lib/platform/jobs/queue" {
  interface JobPayloads {
    keep_record_head: Record<string, never>;
  }
}

/** Beside the database, not in it: whoever rewrites the record there leaves this file as it was. */
export const headsFile = () => path.join(env().dataDirectory, "record-heads.jsonl");

/** At the first start: until the first night there would be nothing outside the database to compare the record with. */
export async function keepFirstHead() {
  if (!existsSync(headsFile())) await keepHead("first start");
}

/** Notes outside the database where the record has come to. */
export async function keepHead(occasion: Occasion): Promise<KeptHead> {
  const rows = await db.$queryRaw<{ at: Date; rows: number; id: string; hash: string }[]>`
    SELECT now() AS "at", (SELECT count(*)::int FROM "Activity") AS "rows", last."id"::text AS "id", last."hash"
    FROM (SELECT "id", "hash" FROM "Activity" ORDER BY "id" DESC LIMIT 1) AS last`;
  const last = rows[0];
  const head = last ? { ...last, at: last.at.toISOString() } : { at: new Date().toISOString(), ...none };
  return appendHead({ ...head, occasion });
}

const none = { rows: 0, id: "0", hash: beginning };

/** One write, then on disk: a line is there whole or not at all. */
export async function appendHead(head: KeptHead): Promise<KeptHead> {
  await mkdir(env().dataDirectory, { recursive: true, mode: 0o700 });
  const file = await open(headsFile(), "a", 0o600);
  try {
    await file.appendFile(`${JSON.stringify(head)}\n`);
    await file.datasync();
  } finally {
    await file.close();
  }
  return head;
}

export const work = {
  jobs: {
    keep_record_head: async () => {
      const { rows, id, hash } = await keepHead("daily");
      // The log is one more place outside the database, and often on another machine.
      log.info({ rows, row: id, hash }, "record head");
    },
  },
  nightly: { keep_record_head: "50 7 * * *" },
} satisfies NounWork;
