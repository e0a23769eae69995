import { createHash, randomBytes } from "node:crypto";
import { afterAll, expect, test } from "vitest";
import { db, transact } from "@/lib/platform/db/client";
import { listStatements } from "@/tests/support/count-statements";
import { answerStored, DamagedFile, dropContent, maxFileBytes, openFile, storedFileSelect, storeFile } from "./stored";

afterAll(() => db.$disconnect());

const bytesOf = (length: number) => new Uint8Array(randomBytes(length));
const keep = async (bytes: Uint8Array<ArrayBuffer>, name = "paper.pdf") => {
  const id = await transact((tx) => storeFile(tx, { name, type: "pdf", bytes }));
  return db.storedFile.findUniqueOrThrow({ where: { id }, select: storedFileSelect });
};
const readAll = async (stream: ReadableStream<Uint8Array>) => new Uint8Array(await new Response(stream).arrayBuffer());
const digestOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

test.each([
  1,
  262_143,
  262_144,
  262_145,
  1_048_576,
  1_048_577,
  maxFileBytes,
])("a file of %i bytes comes back as it was", async (length) => {
  const bytes = bytesOf(length);
  const file = await keep(bytes);
  expect(file).toMatchObject({ bytes: length, digest: digestOf(bytes), mediaType: "application/pdf" });
  expect(digestOf(await readAll(await openFile(file)))).toBe(file.digest);
  const pieces = await db.filePiece.findMany({ where: { fileId: file.id }, select: { content: true } });
  expect(pieces).toHaveLength(Math.ceil(length / 262_144));
  expect(Math.max(...pieces.map(({ content }) => content.byteLength))).toBeLessThanOrEqual(262_144);
});

test("keeping ten megabytes takes as many statements as keeping one byte", async () => {
  const [few, many] = [bytesOf(1), bytesOf(maxFileBytes)];
  const counts = [await listStatements(() => keep(few)), await listStatements(() => keep(many))];
  expect(counts[1]?.length).toBe(counts[0]?.length);
});

test("no more is read of a file than a megabyte ahead of its reader", async () => {
  const file = await keep(bytesOf(maxFileBytes));
  const statements = await listStatements(async () => {
    const reader = (await openFile(file)).getReader();
    for (let piece = 0; piece < 4; piece++) await reader.read();
    await reader.cancel();
  });
  expect(statements.filter((it) => it.includes("FilePiece"))).toHaveLength(1);
});

test("what lies there otherwise than it was put is not given whole: small, it is no answer; large, it breaks off before its end", async () => {
  const [small, large] = [await keep(bytesOf(1_000)), await keep(bytesOf(3_000_000))];
  await expect(openFile({ ...small, digest: "0".repeat(64) })).rejects.toThrow(DamagedFile);
  const reader = (await openFile({ ...large, digest: "0".repeat(64) })).getReader();
  let read = 0;
  const reading = (async () => {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return "ended";
      read += value.byteLength;
    }
  })();
  await expect(reading).rejects.toThrow(DamagedFile);
  expect(read).toBeLessThan(large.bytes);
});

test("a piece is never changed; content that is dropped is gone, and that there was such a file stays", async () => {
  const file = await keep(bytesOf(500_000));
  await expect(
    db.filePiece.updateMany({ where: { fileId: file.id }, data: { content: bytesOf(1) } }),
  ).rejects.toThrow();
  await transact((tx) => dropContent(tx, file.id));
  expect(await db.filePiece.count({ where: { fileId: file.id } })).toBe(0);
  expect(await db.storedFile.findUnique({ where: { id: file.id } })).toMatchObject({ digest: file.digest });
  await expect(openFile(file)).rejects.toThrow(DamagedFile);
});

test("an answer is only ever saved: an attachment under its name, without any right in a browser", async () => {
  const file = await keep(bytesOf(10), "Mémoire « R2P ».pdf");
  const resHeaders = new Headers();
  await readAll(await answerStored({ resHeaders }, file));
  expect(Object.fromEntries(resHeaders)).toEqual({
    "content-type": "application/pdf",
    "content-length": "10",
    "content-disposition": expect.stringMatching(
      /^attachment; filename="M_moire _ R2P _\.pdf"; filename\*=UTF-8''M%C3%A9/,
    ),
    "content-security-policy": expect.stringMatching(/^sandbox; default-src 'none'/),
  });
});
