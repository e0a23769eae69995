import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import { db } from "@/lib/platform/db/client";
import { as, given } from "@/tests/support/builders";
import { browserOf, rest } from "@/tests/support/identities";
import { answerFor, pointWorld } from "@/tests/support/point-world";
import { listHandout, renderHandout, toPlain } from "./read.files";
import { getHandout } from "./read.handout";
import { statusInput } from "./schema";
import type { HandoutInput } from "./schema.handout";
import { endorse } from "./write.endorsements";
import { changeStatus } from "./write.status";

async function textOf(bytes: Uint8Array) {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const pages: string[] = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const { items } = await page.getTextContent({ includeMarkedContent: true });
    // What stands at the edges of a page is an artifact: a reader skips it, and so does this one.
    let artifact = 0;
    for (const it of items) {
      if ("type" in it) {
        if (it.type.startsWith("beginMarkedContent"))
          artifact += artifact > 0 || ("tag" in it && it.tag === "Artifact") ? 1 : 0;
        else if (artifact > 0) artifact -= 1;
      } else if (artifact === 0) pages.push(it.str + (it.hasEOL ? " " : ""));
    }
    pages.push(" ");
  }
  const { marked } = { marked: await pdf.getMarkInfo() };
  return { text: asRead(pages.join("")), marked };
}

/** As a reader sees it: pieces of a line have no spaces of their own. */
const asRead = (text: string) => text.normalize("NFC").replace(/\s+/gu, "");

async function world() {
  const made = await pointWorld({ title: "Prevention comes first" });
  const shy = await given.organization();
  const loud = await given.organization({ listing: "public" });
  const reserved = {
    response: "endorse_with_reservation",
    reservation: { en: "Except by force — l’œuvre, 5 %." },
  } as const;
  const signer = await as(await given.signatory(shy));
  await endorse(signer, await answerFor(signer, made.point.id, shy, { ...reserved, publicly: true }));
  const speaker = await as(await given.signatory(loud));
  await endorse(speaker, await answerFor(speaker, made.point.id, loud, { publicly: true, clauses: ["clause-1"] }));
  await endorse(made.signer, await answerFor(made.signer, made.point.id, made.other));
  const read = (more: Partial<Omit<HandoutInput, "language">>) =>
    getHandout(made.writer, { id: made.point.id, language: "en", ...more });
  return { ...made, shy, loud, read };
}

test("members read every name; outside the network one is said only with a public signature and a public listing", async () => {
  const { read, shy, loud, other, point } = await world();
  const inside = await read({ audience: "members" });
  expect(inside.behind.map(({ slug }) => slug).sort()).toEqual([shy.slug, other.slug].sort());
  expect(inside.partly).toMatchObject([{ organization: { slug: loud.slug }, clauses: [1] }]);
  expect(inside.remarks).toMatchObject([{ kind: "reservation", organization: { slug: shy.slug } }]);
  for (const audience of ["officials", "public", "media"] as const) {
    const outside = await read({ audience });
    // The reservation travels as one organization's, and nobody unnamed is counted.
    expect(outside.behind).toEqual([]);
    expect(outside.partly.map((it) => it.organization.slug)).toEqual([loud.slug]);
    expect(outside.remarks).toMatchObject([{ organization: null, text: { en: expect.stringContaining("force") } }]);
    const words = toPlain(await listHandout(outside, "notes"));
    expect(words).toContain("Reservation: one organization.");
    expect(words).not.toContain(shy.nameEn);
    expect(words).not.toContain(other.nameEn);
  }
  await db.organization.update({ where: { id: shy.id }, data: { listing: "public" } });
  expect((await read({ audience: "public" })).behind.map(({ slug }) => slug)).toEqual([shy.slug]);
  expect((await read({})).slug).toBe(point.slug);
});

test("an answer to some clauses is never told as one to the whole text, and what is about the whole travels with it", async () => {
  const { read, loud } = await world();
  const words = (await listHandout(await read({ audience: "members" }), "notes")).map(({ text }) => text);
  expect(words).toContain(`${loud.nameEn}: clause 1 only`);
  const whole = words.indexOf("On the whole text");
  expect(whole).toBeGreaterThan(0);
  expect(words.slice(whole).join(" ")).toContain("Except by force");
});

test.each(["en", "fr"] as const)("on paper stands what the page says, in order and tagged, in %s", async (language) => {
  const { writer, point } = await world();
  for (const [form, current] of [
    ["notes", false],
    ["wording", true],
  ] as const) {
    const handout = await getHandout(writer, { id: point.id, language, audience: "members" }, current);
    const { text, marked } = await textOf(await renderHandout(handout, form, "letter"));
    const blocks = await listHandout(handout, form);
    expect(text).toBe(asRead(blocks.map((it) => it.text).join(" ")));
    expect(asRead(toPlain(blocks))).toBe(text);
    expect(marked).toMatchObject({ Marked: true });
    expect(await renderHandout(handout, form, "letter")).toEqual(await renderHandout(handout, form, "letter"));
  }
});

test("a stale, cautioned or retired point says so on every set of speaking notes that holds it, of whichever version", async () => {
  const { writer, lead, point, read } = await world();
  const marks = async () =>
    (await listHandout(await read({ version: 1 }), "notes")).flatMap(({ strong, text }) => (strong ? text : []));
  expect(await marks()).toContain("Version 1 has not been marked usable.");
  await db.$executeRaw`UPDATE "TalkingPoint" SET "reviewBy" = '2026-01-05' WHERE "id" = ${point.id}::uuid`;
  expect(await marks()).toContain("Past its review date, 5 January 2026.");
  const ending = { id: point.id, onBehalfOf: lead.slug, status: "retired", reason: { en: "It is over." } };
  await changeStatus(writer, statusInput.parse(ending));
  expect(await marks()).toContain("Retired. Do not use.");
  expect(toPlain(await listHandout(await read({}), "wording"))).toContain("It is over.");
});

test("the files are named by point, version and language, and a visitor gets none of them", async () => {
  const { lead, point } = await world();
  const caller = await browserOf(await given.signatory(lead));
  const types = { "speaking-notes.pdf": "application/pdf", "text.pdf": "application/pdf", "text.txt": "text/plain" };
  for (const [name, type] of Object.entries(types)) {
    const answer = await rest("GET", `/talking-points/${point.id}/${name}?language=fr`, { as: caller });
    expect(answer.status, name).toBe(200);
    expect(answer.headers.get("content-type")).toContain(type);
    expect(answer.headers.get("content-disposition")).toContain(`${point.slug}-v1`);
    expect((await rest("GET", `/talking-points/${point.id}/${name}`)).status).toBe(401);
  }
});
