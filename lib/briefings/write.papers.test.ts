import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { handleRequest } from "@/lib/api/gateway";
import { handleRest } from "@/lib/api/handlers";
import { db } from "@/lib/platform/db/client";
import { insertBriefing } from "@/tests/support/build-briefings";
import { as, given } from "@/tests/support/builders";
import { fileOf, outside, relation, relations } from "@/tests/support/docx-files";
import { browserOf, type Caller, line, origin, rest } from "@/tests/support/identities";
import { buildBriefing } from "../../prisma/seed/build-briefing";
import { mayHandIn, mayUploadPapers, mayWithdrawPaper } from "./policy.papers";
import type { PaperList } from "./schema.papers";

type Organization = Awaited<ReturnType<typeof given.organization>>;
const pdf = "%PDF-1.7\n1 0 obj\n<< >>\nendobj\nstartxref\n9\n%%EOF\n";
const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

let host: Organization;
let invited: Organization;
let uninvited: Organization;
let atHost: Caller;
let atInvited: Caller;
let outsider: Caller;
let slug: string;
let id: string;

beforeAll(async () => {
  [host, invited, uninvited] = [await given.organization(), await given.organization(), await given.organization()];
  atHost = await browserOf(await given.representative(host));
  atInvited = await browserOf(await given.representative(invited));
  outsider = await browserOf(await given.representative(uninvited));
});
beforeEach(async () => {
  const built = buildBriefing({ host, invited: [invited], at: new Date(), wallStart: "2027-03-09T10:00" });
  await insertBriefing(built);
  ({ slug, id } = built.briefing);
});
afterAll(() => db.$disconnect());

type Sent = { onBehalfOf?: string; name?: string; type?: string; fields?: Record<string, string>; at?: string };

function handIn(as: Caller, content: BlobPart, sent: Sent = {}) {
  const { onBehalfOf = invited.slug, name = "paper.pdf", type = "application/pdf", fields = {}, at = slug } = sent;
  const body = new FormData();
  body.set("onBehalfOf", onBehalfOf);
  body.set("file", new File([content], name, { type }));
  for (const [key, value] of Object.entries({ titleEn: "A paper", language: "en", ...fields })) body.set(key, value);
  const headers = { ...line(), origin, "x-concerted": "1", "idempotency-key": randomUUID(), ...as };
  return handleRequest(
    new Request(`${origin}/api/v1/briefings/${at}/papers`, { method: "POST", headers, body }),
    handleRest,
  );
}
const problemOf = async (answer: Response) => {
  const { status, detail, errors } = (await answer.json()) as { status: number; detail: string; errors?: object };
  return { status, detail, errors };
};
const list = async (as: Caller) => (await (await rest("GET", `/briefings/${slug}/papers`, { as })).json()) as PaperList;
const download = (as: Caller, paper: string, at = slug) =>
  rest("GET", `/briefings/${at}/papers/${paper}/file`, { as, headers: {} });

test("a paper of an invited organization is read by the network as the very file, and only to be saved", async () => {
  const answer = await handIn(atInvited, pdf, { name: "../Note\u202e.pdf", fields: { titleFr: "Un document" } });
  expect(answer.status).toBe(201);
  const { items, total } = (await answer.json()) as PaperList;
  expect(total).toBe(1);
  const [paper] = items;
  expect(paper).toMatchObject({
    ...{ title: { en: "A paper", fr: "Un document" }, language: "en", item: null, withdrawnAt: null },
    ...{ organization: { slug: invited.slug }, viewer: { mayWithdraw: true } },
    file: { name: "Note.pdf", type: "pdf", bytes: pdf.length },
  });
  const file = await download(outsider, paper?.id ?? "");
  expect(file.status).toBe(200);
  expect(await file.text()).toBe(pdf);
  expect(file.headers.get("content-type")).toBe("application/pdf");
  expect(file.headers.get("content-length")).toBe(String(pdf.length));
  expect(file.headers.get("content-disposition")).toBe(`attachment; filename="Note.pdf"; filename*=UTF-8''Note.pdf`);
  expect(file.headers.get("content-security-policy")).toContain("sandbox");
  const last = await db.activity.findFirstOrThrow({ orderBy: { id: "desc" } });
  expect(last).toMatchObject({
    kind: "briefing.paperAdded",
    facts: { paper: paper?.id, organization: invited.id, bytes: pdf.length },
  });
});

test.each([
  [
    "a picture that says it is a PDF",
    new Uint8Array([0xff, 0xd8, 0xff, 0xe0]),
    "application/pdf",
    /no PDF, no Word document/,
  ],
  ["a PDF that says it is a text, cut short", pdf.slice(0, 30), "text/plain", /cut short/],
  [
    "an archive of forty megabytes in a few kilobytes",
    fileOf({ "word/document.xml": new Uint8Array(40_000_001) }),
    docx,
    /larger than allowed/,
  ],
  [
    "a document with a template from elsewhere",
    fileOf({ "word/_rels/settings.xml.rels": relations(relation("attachedTemplate", "https://a.example", outside)) }),
    docx,
    /attachedTemplate/,
  ],
  ["a document that is none", fileOf({ "[Content_Types].xml": null }), docx, /damaged or incomplete/],
  ["nothing", "", "text/plain", /empty/],
])("%s is refused and kept nowhere", async (_, content, type, detail) => {
  const files = await db.storedFile.count();
  const answer = await handIn(atInvited, content, { type });
  expect(await problemOf(answer)).toMatchObject({ status: 409, detail: expect.stringMatching(detail) });
  expect(await db.storedFile.count()).toBe(files);
});

test("what the form lacks or has too much of is named by its field", async () => {
  const missing = await handIn(atInvited, pdf, { fields: { titleEn: "" } });
  expect(await problemOf(missing)).toMatchObject({ status: 400, errors: { "body.titleEn": [expect.any(String)] } });
  const unknown = await handIn(atInvited, pdf, { fields: { language: "de" } });
  expect(await problemOf(unknown)).toMatchObject({ status: 400, errors: { "body.language": [expect.any(String)] } });
  const large = await handIn(atInvited, new Uint8Array(10_000_001));
  expect([400, 413]).toContain(large.status);
  const larger = await handIn(atInvited, new Uint8Array(10_200_000));
  expect(await problemOf(larger)).toMatchObject({ status: 413 });
});

test("ten megabytes at once from two organizations come in whole", async () => {
  const content = new Uint8Array(9_900_000).fill(65);
  const answers = await Promise.all([
    handIn(atInvited, content, { name: "a.txt" }),
    handIn(atHost, content, { onBehalfOf: host.slug, name: "b.txt" }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  const { items } = await list(outsider);
  expect(items.map(({ file }) => file?.bytes)).toEqual([9_900_000, 9_900_000]);
  const read = await (await download(outsider, items[0]?.id ?? "")).arrayBuffer();
  expect(read.byteLength).toBe(9_900_000);
});

test("who was not asked hands nothing in, for themselves or for others, and who is gone no more", async () => {
  expect((await handIn(outsider, pdf, { onBehalfOf: uninvited.slug })).status).toBe(403);
  expect((await handIn(outsider, pdf)).status).toBe(403);
  expect((await handIn(atInvited, pdf, { onBehalfOf: host.slug })).status).toBe(403);
  expect((await handIn(await browserOf(await given.memberOf(invited)), pdf)).status).toBe(403);
  expect((await handIn(await browserOf(await given.person({ guest: true })), pdf)).status).toBe(403);
  await db.briefingInvitee.updateMany({ where: { briefingId: id }, data: { removedAt: new Date() } });
  expect((await handIn(atInvited, pdf)).status).toBe(403);
  expect((await handIn(atHost, pdf, { onBehalfOf: host.slug })).status).toBe(201);
});

test("papers and files of others are found only where they belong", async () => {
  const { items } = (await (await handIn(atInvited, pdf)).json()) as PaperList;
  const paper = items[0]?.id ?? "";
  const other = buildBriefing({ host, at: new Date() });
  await insertBriefing(other);
  expect((await download(atInvited, paper, other.briefing.slug)).status).toBe(404);
  expect((await download(atInvited, randomUUID())).status).toBe(404);
  expect((await download(await browserOf(await given.person({ guest: true })), paper)).status).toBe(404);
  expect((await handIn(atInvited, pdf, { at: "no-such-briefing" })).status).toBe(404);
  const item = { briefingId: other.briefing.id, number: 1, kind: "free" as const, titleEn: "A", minutes: 5 };
  const { id: foreign } = await db.agendaItem.create({ data: { ...item, createdAt: new Date() } });
  expect(await problemOf(await handIn(atInvited, pdf, { fields: { item: foreign } }))).toMatchObject({ status: 404 });
  const { id: own } = await db.agendaItem.create({ data: { ...item, briefingId: id, createdAt: new Date() } });
  const added = (await (await handIn(atInvited, pdf, { fields: { item: own } })).json()) as PaperList;
  expect(added.items.at(-1)?.item).toEqual({ id: own, number: 1, title: { en: "A", fr: null } });
});

test("a paper that is withdrawn leaves its title; its file is gone, for whoever had its address too", async () => {
  const { items } = (await (await handIn(atInvited, pdf)).json()) as PaperList;
  const paper = items[0]?.id ?? "";
  const withdraw = (as: Caller) =>
    rest("POST", `/briefings/${slug}/papers/${paper}/withdrawal`, { as, headers: { "idempotency-key": randomUUID() } });
  expect((await withdraw(outsider)).status).toBe(403);
  expect((await withdraw(atHost)).status).toBe(200);
  expect((await withdraw(atInvited)).status).toBe(200);
  expect((await list(outsider)).items).toMatchObject([
    { title: { en: "A paper" }, file: null, withdrawnAt: expect.any(String), viewer: { mayWithdraw: false } },
  ]);
  expect((await download(atInvited, paper)).status).toBe(404);
  const { fileId } = await db.briefingPaper.findUniqueOrThrow({ where: { id: paper } });
  expect(await db.filePiece.count({ where: { fileId } })).toBe(0);
  expect(await db.activity.count({ where: { kind: "briefing.paperWithdrawn", subject: `briefing/${id}` } })).toBe(1);
});

test.each(["cancelled", "published"] as const)("a meeting that is %s takes no more papers", async (state) => {
  await db.briefing.update({ where: { id }, data: { state } });
  expect(await problemOf(await handIn(atInvited, pdf))).toMatchObject({ status: 409 });
  expect((await list(atInvited)).viewer.obstacle).toBe(
    state === "cancelled" ? "briefingCancelled" : "minutesPublished",
  );
});

test("rights over papers follow mandates: of the host, of those invited, of the convener at any meeting", async () => {
  const meeting = { hostId: host.id, invitees: [{ organizationId: invited.id, removedAt: null }] };
  const convening = await given.organization();
  const viewers = {
    host: await as(await given.representative(host)),
    invited: await as(await given.representative(invited)),
    member: await as(await given.memberOf(invited)),
    other: await as(await given.representative(uninvited)),
    convener: await as(await given.convener(convening)),
  };
  const own = { host, invited, member: invited, other: uninvited, convener: convening };
  const handing = Object.entries(viewers).map(([name, it]) => {
    const { id: organizationId } = own[name as keyof typeof own];
    return [name, mayHandIn(it, meeting, { organizationId })];
  });
  expect(Object.fromEntries(handing)).toEqual({
    host: true,
    invited: true,
    member: false,
    other: false,
    convener: true,
  });
  expect(mayHandIn(viewers.invited, meeting, { organizationId: host.id })).toBe(false);
  expect(Object.values(viewers).map(mayUploadPapers)).toEqual([true, true, false, true, true]);
  const handed = { organizationId: invited.id };
  expect(Object.values(viewers).map((it) => mayWithdrawPaper(it, meeting, handed))).toEqual([
    true,
    true,
    false,
    false,
    true,
  ]);
});
