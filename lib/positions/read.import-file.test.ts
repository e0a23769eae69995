import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { handleRequest } from "@/lib/api/gateway";
import { handleRest } from "@/lib/api/handlers";
import { toCsv } from "@/lib/platform/files/csv";
import { toSheet, toXlsx } from "@/lib/platform/files/xlsx";
import { translatorIn } from "@/lib/platform/i18n/translator";
import { given } from "@/tests/support/builders";
import { browserOf, line, origin, programOf } from "@/tests/support/identities";
import { ask, csv, importDesk as desk, head } from "@/tests/support/import-desk";
import { writeExport } from "./read.export";
import { writeTemplate } from "./read.template";
import { draftInput } from "./schema";
import { saveDraft } from "./write.drafts";
import { signOff } from "./write.signing";

test.each([
  "en",
  "fr",
] as const)("an organization's own file comes back unchanged, in CSV and XLSX: %s", async (language) => {
  const { slug, drafter, signer, placeOf } = await desk(3);
  const risky = draftInput.parse({
    ...placeOf(0),
    stance: "support_with_reservation",
    rationale: { en: "=1+1\n@SUM(A1)", fr: "« L’été », dit-elle;\tou non" },
    reservation: { fr: "-5 pour cent" },
    visibility: "convener",
    reviewBy: "2027-05-01",
  });
  await saveDraft(drafter, risky, null);
  await saveDraft(drafter, draftInput.parse({ ...placeOf(1), stance: "oppose" }), null);
  await signOff(signer, { ...placeOf(1), decision: "sign_off" }, 1);
  const { columns, rows, sheet, guide } = await writeTemplate(drafter, { slug, language, format: "csv" });
  const files = [
    new File(["\ufeff", toCsv(columns, rows)], "a.csv"),
    new File([toCsv(columns, rows)], "b.csv"),
    new File([await toXlsx([toSheet(sheet, columns, rows), guide])], "c.xlsx"),
  ];
  for (const file of files) {
    const { counts } = await ask(drafter, slug, file);
    expect(counts).toEqual({ new: 0, changed: 0, unchanged: rows.length, refused: 0 });
  }
});

test.each([
  "en",
  "fr",
] as const)("our file of the register comes back without a change, with what stands beside its draft and other organizations between: %s", async (language) => {
  const { slug, drafter, signer, placeOf, propositions } = await desk(3);
  for (const at of [0, 1]) {
    await saveDraft(drafter, draftInput.parse({ ...placeOf(at), stance: "oppose", rationale: { en: "So." } }), null);
    await signOff(signer, { ...placeOf(at), decision: "sign_off" }, 1);
  }
  await saveDraft(drafter, draftInput.parse({ ...placeOf(0), stance: "support", rationale: { fr: "Enfin." } }), 2);
  const [, reworded] = propositions;
  if (!reworded) throw new Error("no proposition");
  await given.rewording(reworded);
  const other = await given.organization();
  await given.standing({ organization: other, proposition: reworded });
  const { columns, rows, sheet } = await writeExport(drafter, { format: "csv", language });
  const own = rows.filter(({ organization }) => organization === slug);
  expect(own.map(({ state }) => state).sort()).toEqual(["drafted", "standing", "standing"]);
  expect(rows.length).toBeGreaterThan(own.length);
  const csvFile = new File(["\ufeff", toCsv(columns, rows)], "a.csv");
  const xlsxFile = new File([await toXlsx([toSheet(sheet, columns, rows)])], "a.xlsx");
  for (const [file, name] of [[csvFile, null] as const, [xlsxFile, sheet] as const]) {
    const answer = await ask(drafter, slug, file);
    expect(answer.counts).toEqual({ new: 0, changed: 0, unchanged: rows.length, refused: 0 });
    expect(answer.sheet).toBe(name);
  }
});

test("a file that names only another organization is refused row by row", async () => {
  const { slug, drafter, propositions } = await desk(1);
  const file = csv([
    ["organization", "proposition", "stance"],
    ["somebody-else", propositions[0]?.slug ?? "", "support"],
  ]);
  expect((await ask(drafter, slug, file)).rows[0]).toMatchObject({
    outcome: "refused",
    reason: /another organization/,
  });
});

test("the preview shows the words that would change, before and after, under the proposition’s own", async () => {
  const { slug, drafter, placeOf, propositions } = await desk(2);
  const before = draftInput.parse({
    ...placeOf(0),
    stance: "support_with_reservation",
    rationale: { en: "Because it is right." },
    reservation: { en: "Not by force." },
  });
  await saveDraft(drafter, before, null);
  const [one, two] = propositions.map((it) => it.slug);
  const file = csv([head, [one ?? "", "oppose", "Because it is wrong.", ""], [two ?? "", "support", "New words.", ""]]);
  const { rows, sheet } = await ask(drafter, slug, file);
  expect(sheet).toBeNull();
  expect(rows[0]?.statement?.en).toEqual(expect.stringMatching(/\w/));
  expect(rows[0]?.changes).toEqual([
    { column: "Stance", language: null, before: "Support with reservation", after: "Opposes" },
    { column: "Reasons (English)", language: "en", before: "Because it is right.", after: "Because it is wrong." },
    { column: "Reservation (English)", language: "en", before: "Not by force.", after: null },
  ]);
  expect(rows[1]?.changes[1]).toEqual({
    column: "Reasons (English)",
    language: "en",
    before: null,
    after: "New words.",
  });
});

const fixture = (name: string) => new File([readFileSync(`tests/fixtures/xlsx/${name}.xlsx`)], `${name}.xlsx`);

test.each([
  ["hidden-first", "Positions"],
  ["tab-order-other-than-files", "Positions"],
  ["x000B", "Positions"],
])("%s: the preview names the sheet that was read, and rows by their numbers", async (name, sheet) => {
  const { slug, drafter } = await desk(1);
  const answer = await ask(drafter, slug, fixture(name));
  expect([answer.sheet, answer.rows.map(({ line }) => line)]).toEqual([sheet, [2]]);
});

test("a refused head names its sheet in the reader’s language", async () => {
  const { slug, drafter } = await desk(1);
  const book = await toXlsx([{ name: "Mes notes", header: ["proposition", "humeur"], rows: [["a", "b"]] }]);
  const told = { reason: "unknownColumn", facts: { kind: "sheet", sheet: "Mes notes", line: 1, column: "humeur" } };
  await expect(ask(drafter, slug, new File([book], "x.xlsx"))).rejects.toMatchObject(told);
  const t = await translatorIn("fr");
  expect(t("errors.unknownColumn", told.facts)).toMatch(/^Feuille «\u00a0Mes notes\u00a0», ligne 1/);
  expect(t("errors.unknownColumn", { ...told.facts, kind: "text" })).toMatch(/^Ligne 1/);
});

test("a row about an earlier wording is refused: nothing carries over by a file", async () => {
  const { slug, drafter, propositions } = await desk(1);
  const [proposition] = propositions;
  if (!proposition) throw new Error("no proposition");
  await given.rewording(proposition);
  const file = csv([
    ["proposition", "wording", "stance"],
    [proposition.slug, "1", "support"],
  ]);
  expect((await ask(drafter, slug, file)).rows[0]?.reason).toMatch(/earlier wording/);
});

const bytes = (text: string, encoding: BufferEncoding = "utf8") => new File([Buffer.from(text, encoding)], "x.csv");
test.each([
  ["Windows-1252", bytes("proposition,stance\nété,support", "latin1"), "windows1252", { line: 2, column: 1 }],
  ["UTF-16 that is damaged", new File([Buffer.from([0xff, 0xfe, 0x70, 0, 0x3d, 0xd8])], "x"), "utf16", {}],
  ["an unknown column", bytes("proposition,stance,mood\na,support,good"), "unknownColumn", { column: "mood" }],
  ["a column twice", bytes("proposition,stance,Position\na,support,x"), "repeatedColumn", { column: "Position" }],
  ["no column for the stance", bytes("proposition\na"), "columnMissing", {}],
  ["nothing", bytes(""), "emptyFile", {}],
  ["a head and no rows", bytes("proposition,stance\n"), "emptyFile", {}],
  ["an open quote", bytes('proposition,stance\n"a,support'), "brokenCsv", {}],
  ["a picture", new File([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0])], "x.csv"), "notATable", {}],
  ["too many rows", bytes(`proposition,stance\n${"a,support\n".repeat(5_001)}`), "tooManyRows", {}],
  ["an archive that is no workbook", new File([Buffer.from("PK\u0003\u0004....")], "x.xlsx"), "brokenArchive", {}],
])("%s is refused with its place", async (_, file, reason, facts) => {
  const { slug, drafter } = await desk(1);
  await expect(ask(drafter, slug, file)).rejects.toMatchObject({ code: "CONFLICT", reason, facts });
});

async function post(caller: Record<string, string>, form: FormData, query = "") {
  const request = new Request(`${origin}/api/v1/positions/import${query}`, {
    method: "POST",
    headers: { ...line(), origin, "x-concerted": "1", "idempotency-key": crypto.randomUUID(), ...caller },
    body: form,
  });
  const answer = await handleRequest(request, handleRest);
  return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
}

const formOf = (organization: string, file: File, rest: Record<string, string> = {}) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ organization, ...rest })) form.set(name, value);
  form.set("file", file);
  return form;
};

test("a file comes in by the door of uploads, by token or from our pages, whatever its name and type say", async () => {
  const { slug, organization, propositions } = await desk(1);
  const drafter = await given.representative(organization);
  const content = csv([head, [propositions[0]?.slug ?? "", "oppose", "", ""]]);
  const lying = new File([await content.arrayBuffer()], "../../etc/passwd\u202egnp.xlsx", { type: "image/png" });
  const callers = [await browserOf(drafter), await programOf(drafter, "draft")];
  for (const caller of callers) {
    const { status, body } = await post(caller, formOf(slug, lying), "?preview=true");
    expect([status, body.counts]).toEqual([200, { new: 1, changed: 0, unchanged: 0, refused: 0 }]);
  }
  const { body } = await post(callers[0] ?? {}, formOf(slug, lying));
  const applied = await post(callers[0] ?? {}, formOf(slug, lying, { digest: String(body.digest) }), "?preview=false");
  expect([applied.status, applied.body.applied]).toEqual([200, { id: expect.any(String), drafts: 1 }]);
  const reading = await programOf(drafter, "read");
  expect((await post(reading, formOf(slug, lying))).status).toBe(403);
});

test("the door of uploads counts bytes, refuses poisoned and broken forms, and foreign pages", async () => {
  const { slug, organization } = await desk(1);
  const caller = await browserOf(await given.representative(organization));
  const big = new File([new Uint8Array(5_200_000)], "x.csv");
  expect((await post(caller, formOf(slug, big))).status).toBe(413);
  expect((await post(caller, formOf(slug, csv([head]), { "__proto__[x]": "1" }))).status).toBe(400);
  expect((await post(caller, formOf(slug, csv([head]), { stray: "1" }))).status).toBe(400);
  const two = formOf(slug, csv([head]));
  two.append("file", csv([head]));
  expect((await post(caller, two)).status).toBe(400);
  expect((await post({ ...caller, origin: "https://elsewhere.example" }, formOf(slug, csv([head])))).status).toBe(403);
  const broken = new Request(`${origin}/api/v1/positions/import`, {
    method: "POST",
    headers: { ...line(), origin, "x-concerted": "1", ...caller, "content-type": "multipart/form-data; boundary=x" },
    body: "not a form",
  });
  expect((await handleRequest(broken, handleRest)).status).toBe(400);
  const elsewhere = new Request(`${origin}/api/v1/positions/${slug}/x`, {
    method: "PUT",
    headers: { ...line(), origin, "x-concerted": "1", ...caller },
    body: formOf(slug, csv([head])),
  });
  expect((await handleRequest(elsewhere, handleRest)).status).toBe(415);
});
