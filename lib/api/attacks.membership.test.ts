import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { configureProvider } from "@/lib/accounts/write.providers";
import { sendApplicationLink } from "@/lib/organizations/jobs.application";
import { db } from "@/lib/platform/db/client";
import { readOutbox } from "@/lib/platform/mail/delivery";
import { applicationBy } from "@/tests/support/application-form";
import { as, given } from "@/tests/support/builders";
import { listStatements } from "@/tests/support/count-statements";
import { browserOf, type Caller, rest } from "@/tests/support/identities";

// Attack: which organizations take part, asked by a visitor and by somebody who only applied.
const unlistedName = "Quiet Water Union";
const domain = "quiet-water.example";
/** As long as the other, so that only what is there can differ. */
const [hidden, absent] = ["quiet-water-union", "never-heard-union"];
const callers: Record<string, Caller> = { visitor: {} };

beforeAll(async () => {
  const organization = await given.organization({
    ...{ slug: hidden, nameEn: unlistedName, nameFr: unlistedName, shortEn: unlistedName, shortFr: unlistedName },
    ...{ code: "QW", status: "member", listing: "network" },
  });
  const keeper = await as(await given.person({ administrator: true }));
  const way = { slug: hidden, issuer: "https://issuer.example", clientId: "concerted", secret: "s".repeat(20) };
  await configureProvider(keeper, { ...way, domains: [domain], enabled: false }, null);
  await db.identityProvider.updateMany({ where: { organizationId: organization.id }, data: { enabled: true } });
  callers.applicant = await browserOf(await given.memberOf(await given.organization({ status: "applied" })));
});
afterAll(() => db.$disconnect());

async function observe(ask: () => Promise<Response>) {
  let told = { status: 0, body: "" };
  const statements = await listStatements(async () => {
    const answer = await ask();
    told = { status: answer.status, body: await answer.text() };
  });
  return { ...told, statements };
}

type Contract = { paths: Record<string, Record<string, { parameters?: { name: string; in: string }[] }>> };
const contract: Contract = JSON.parse(readFileSync("openapi.json", "utf8"));

/** Every place of the contract that names an organization, with a name put in. */
const addresses = Object.entries(contract.paths).flatMap(([path, methods]) =>
  Object.entries(methods).flatMap(([method, { parameters = [] }]) => {
    const param = parameters.find(({ name }) => name === "organization");
    if (!param && !path.startsWith("/organizations/{slug}")) return [];
    const query = parameters.filter((it) => it.in === "query" && /^(organization|other)$/.test(it.name));
    const at = (slug: string) => {
      const filled = path
        .replace(/\{(slug|organization)\}/, slug)
        .replace("{id}", "0b5f3c52-6c2e-4a57-9d3e-5a1c7e40a001")
        .replace("{proposition}", "no-such-proposition");
      return query.length > 0 ? `${filled}?${query.map(({ name }) => `${name}=${slug}`).join("&")}` : filled;
    };
    return [[`${method.toUpperCase()} ${path}`, method.toUpperCase(), at] as const];
  }),
);

describe.each(["visitor", "applicant"])("a %s who names an organization that is not listed", (who) => {
  test("has more than forty addresses to try", () => expect(addresses.length).toBeGreaterThan(40));

  test.each(addresses)("learns no more than of one that is not there: %s", async (_, method, at) => {
    const body = method === "GET" || method === "DELETE" ? {} : { body: {} };
    const ask = (slug: string) => () =>
      rest(method, at(slug), { as: callers[who] ?? {}, headers: { "if-match": '"1"' }, ...body });
    await ask(absent)();
    const [there, nowhere] = [await observe(ask(hidden)), await observe(ask(absent))];
    expect({ ...there, body: there.body.replaceAll(hidden, "it") }).toEqual({
      ...nowhere,
      body: nowhere.body.replaceAll(absent, "it"),
    });
    expect(there.status).toBeLessThan(500);
  });

  test("is offered no sign-in for its domain, by the same statements as for one that nobody has", async () => {
    const ask = (at: string) => () =>
      rest("POST", "/sign-in-ways", { as: callers[who] ?? {}, body: { email: `anybody@${at}` } });
    await ask("warm.example")();
    const [there, nowhere] = [await observe(ask(domain)), await observe(ask("never-heard.example"))];
    expect(there).toEqual(nowhere);
    expect([there.status, JSON.parse(there.body)]).toEqual([200, { provider: null }]);
  });

  test("reads of no name that is near, by the same statements as for a name that is near to none", async () => {
    const ask = (name: string) => () =>
      rest("GET", `/similar-organizations?${new URLSearchParams({ en: name, fr: name })}`, { as: callers[who] ?? {} });
    await ask("Anything")();
    const [there, nowhere] = [await observe(ask(unlistedName)), await observe(ask("Never Heard Union Qzx"))];
    expect(there).toEqual(nowhere);
    expect(JSON.parse(there.body)).toEqual({ items: [], nextCursor: null, total: 0 });
  });
});

/** Applies under a name, confirms by the mailed link, and answers what its contact and the public then read of it. */
async function applyAs(name: string, email: string) {
  const form = applicationBy(email);
  const told: unknown[] = [];
  const note = async (answer: Response) => told.push([answer.status, await answer.text()]);
  await note(await rest("POST", "/organizations", { body: { ...form, name: { en: name, fr: name } } }));
  const { id } = await db.application.findFirstOrThrow({ where: { contactEmail: email } });
  await sendApplicationLink({ application: id }, { job: { id, created_at: new Date(), attempts: 1 } });
  const { mails } = await readOutbox(0, 1_000);
  const text = mails.find(({ to }) => to === email)?.text ?? "";
  const token = /token=([\w-]+)/.exec(text)?.[1] ?? "";
  await note(await rest("GET", `/applications/${token}`));
  const statements = await listStatements(async () =>
    note(await rest("POST", `/applications/${token}/confirmation`, { body: {} })),
  );
  const made = await db.organization.findFirstOrThrow({ where: { application: { id } } });
  const contact = await browserOf({ id: made.contactId ?? "" });
  for (const path of ["/me", `/organizations/${made.slug}`, `/organizations/${made.slug}/admission`])
    await note(await rest("GET", path, { as: contact }));
  await note(await rest("GET", `/organizations?q=${encodeURIComponent(name)}`));
  const all = JSON.stringify(told)
    .replaceAll(token, "TOKEN")
    .replaceAll(made.slug, "SLUG")
    .replaceAll(`\\"code\\":\\"${made.code}\\"`, "CODE")
    .replaceAll(made.contactId ?? "", "CONTACT")
    .replaceAll(name, "NAME")
    .replaceAll(email, "EMAIL")
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "MOMENT");
  return { made, told: all, statements };
}

test("an applicant reads the same, by the same statements, whether or not the name it gave takes part already", async () => {
  await applyAs("Warming Up Society", "a@first.example");
  const taken = await applyAs(unlistedName, "b@second.example");
  const free = await applyAs("Never Heard Union", "c@third.example");
  expect(taken.told).toEqual(free.told);
  expect(taken.statements).toEqual(free.statements);
  for (const { made } of [taken, free]) {
    expect(made.slug).toMatch(/^application-[0-9a-f-]{36}$/);
    expect(made.code).toMatch(/^[a-z0-9]{4}$/);
  }
});

test("address and code are made of the name when the convener admits, and the mailed address leads on", async () => {
  const convener = await browserOf(await given.convener(await given.organization()));
  const { made } = await applyAs(unlistedName, "d@fourth.example");
  const decide = (body: object) => rest("POST", `/organizations/${made.slug}/admission`, { as: convener, body });
  const admitted = await decide({ decision: "admit", as: "observer" });
  expect([admitted.status, await admitted.json()]).toEqual([200, { slug: `${hidden}-2`, status: "observer" }]);
  const now = await db.organization.findUniqueOrThrow({ where: { id: made.id } });
  expect([now.slug, /^[A-Z0-9]{2}$/.test(now.code)]).toEqual([`${hidden}-2`, true]);
  const before = await rest("GET", `/organizations/${made.slug}`, { as: convener });
  expect([before.status, ((await before.json()) as { slug: string }).slug]).toEqual([200, `${hidden}-2`]);
  expect((await rest("GET", `/organizations/${made.slug}`)).status).toBe(404);
  // Admitted once more, from observer to member, it keeps what it has.
  const member = await decide({ decision: "admit", as: "member" });
  expect(await member.json()).toEqual({ slug: `${hidden}-2`, status: "member" });
});
