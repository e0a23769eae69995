import { randomBytes } from "node:crypto";
import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { env } from "@/lib/platform/env";
import { sha256 } from "@/lib/platform/text/digest";
import { given } from "@/tests/support/builders";
import { makeVotesFile } from "@/tests/support/study-files";
import { handleRequest } from "./gateway";
import { handleRest } from "./handlers";
import { largeUploads, uploadLimits } from "./procedure-options";

const origin = "http://localhost:3000";
const maxBytes = uploadLimits["studies.import"] ?? 0;

async function cookieOf(personId: string): Promise<string> {
  const secret = randomBytes(32).toString("base64url");
  const expiresAt = new Date(Date.now() + 3_600_000);
  await db.session.create({ data: { personId, tokenHash: sha256(secret), expiresAt } });
  return `concerted-session=${secret}`;
}
const conveners = async () => cookieOf((await given.convener(await given.organization())).id);

type Sent = { body: BodyInit; type?: string; length?: number };

const send = (cookie: string | null, { body, type, length }: Sent) =>
  handleRequest(
    new Request(`${origin}/api/v1/studies`, {
      method: "POST",
      headers: {
        origin,
        "x-concerted": "1",
        ...(cookie && { cookie }),
        ...(type && { "content-type": type }),
        ...(length !== undefined && { "content-length": String(length) }),
      },
      body,
      // A body that is told piece by piece says so.
      ...({ duplex: "half" } as object),
    }),
    handleRest,
  );

const readProblem = async (answer: Response) => {
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  return (await answer.json()) as { status: number; detail: string };
};

function formOf(votes: string, title: string): FormData {
  const form = new FormData();
  form.set("votes", new File([votes], "participants-votes.csv", { type: "text/csv" }));
  form.set("titleEn", title);
  return form;
}

const boundary = "----votes";
const type = `multipart/form-data; boundary=${boundary}`;
const head = `--${boundary}\r\ncontent-disposition: form-data; name="votes"; filename="v.csv"\r\ncontent-type: text/csv\r\n\r\n`;

/** So many bytes, told piece by piece, without a length; counts how many were asked for. */
function streamOf(bytes: number) {
  const piece = new Uint8Array(1 << 20).fill(0x31);
  const asked = { bytes: 0 };
  const body = new ReadableStream<Uint8Array>({
    pull(to) {
      if (asked.bytes === 0) to.enqueue(new TextEncoder().encode(head));
      if (asked.bytes >= bytes) return to.close();
      asked.bytes += piece.byteLength;
      to.enqueue(piece);
    },
  });
  return { body, asked };
}

/** A body of which nothing comes: it tells when it is waited for, and breaks off. */
function hangingLine() {
  let hand: ReadableStreamDefaultController<Uint8Array> | undefined;
  let signal = () => {};
  const asked = new Promise<void>((resolve) => {
    signal = resolve;
  });
  const pull = (to: ReadableStreamDefaultController<Uint8Array>) => {
    hand = to;
    signal();
    return new Promise<void>(() => {});
  };
  const body = new ReadableStream<Uint8Array>({ pull }, { highWaterMark: 0 });
  return { body, asked, breakOff: () => hand?.error(new Error("the line is gone")) };
}

const studies = () => db.study.count();

test("fifty megabytes of votes are let in and not one form more: refused by their header at once, or as soon as they are too many", async () => {
  expect(maxBytes).toBeGreaterThanOrEqual(50_000_000);
  const cookie = await conveners();
  const before = await studies();
  const untouched = streamOf(maxBytes);
  const declared = await readProblem(await send(cookie, { body: untouched.body, type, length: maxBytes + 1 }));
  expect(declared).toMatchObject({ status: 413, detail: expect.stringMatching(/larger than \d+ megabytes/) });
  expect(untouched.asked.bytes).toBeLessThan(4_000_000);
  const endless = streamOf(10 * maxBytes);
  expect(await readProblem(await send(cookie, { body: endless.body, type }))).toMatchObject({ status: 413 });
  expect(endless.asked.bytes).toBeLessThan(maxBytes + 4_000_000);
  expect(await studies()).toBe(before);
});

test("who may is asked before a byte is read", async () => {
  const member = await cookieOf((await given.representative(await given.organization())).id);
  for (const [cookie, status] of [
    [null, 401],
    [member, 403],
  ] as const) {
    const { body, asked } = streamOf(maxBytes);
    expect(await readProblem(await send(cookie, { body, type }))).toMatchObject({ status });
    // A stream fills its own first place before anybody asks.
    expect(asked.bytes).toBeLessThanOrEqual(2 << 20);
  }
});

test("one file is read at a time, and an upload that is cut off leaves nothing and nobody waiting", async () => {
  const { id } = await given.convener(await given.organization());
  const [cookie, another] = [await cookieOf(id), await cookieOf(id)];
  const before = await studies();
  const line = hangingLine();
  const first = send(cookie, { body: line.body, type });
  await line.asked;
  const votes = makeVotesFile({ participants: 30, statements: 8, minds: 2, seed: 41 });
  const second = await readProblem(await send(another, { body: formOf(votes, "While another is read") }));
  expect(second).toMatchObject({ status: 503 });
  line.breakOff();
  expect((await first).ok).toBe(false);
  const short = `${head}participant,0\n1,1\n`;
  const cut = await readProblem(await send(cookie, { body: short, type, length: short.length + 10_000 }));
  expect(cut).toMatchObject({ status: 400 });
  expect(await studies()).toBe(before);
  expect((await send(another, { body: formOf(votes, "When the way is free") })).status).toBe(201);
  expect(await studies()).toBe(before + 1);
});

test("large files are counted by the hour, and the answer says when to come back", async () => {
  const { id } = await given.convener(await given.organization());
  const key = sha256(`large-file ${id}`);
  await db.$executeRaw`INSERT INTO "RateWindow" ("key", "startsAt", "count")
    VALUES (${key}, date_bin('60 minutes', now(), 'epoch'), ${env().rates.exports})`;
  const answer = await send(await cookieOf(id), { body: formOf("participant,0\n1,1\n", "One too many") });
  expect(answer.headers.get("retry-after")).toBe("3600");
  expect(await readProblem(answer)).toMatchObject({ status: 429 });
});

test("every endpoint for large files is one that takes files", () => {
  expect(Object.keys(uploadLimits)).toEqual(expect.arrayContaining(Object.keys(largeUploads)));
});
