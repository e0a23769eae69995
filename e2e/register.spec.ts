import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import pg from "pg";
import { expect, expectAccessible, test } from "./support/world";

/** A draft as it is written by the door, where the form is not what is looked at. */
async function saveByApi(page: Page, place: string, version: number | null, rationale: string) {
  const { origin } = new URL(page.url());
  const seen = version === null ? { "if-none-match": "*" } : { "if-match": `"${version}"` };
  const answer = await page.request.put(`/api/v1/positions/${place}`, {
    headers: { origin, "x-concerted": "1", "idempotency-key": randomUUID(), ...seen },
    data: { stance: "support", rationale: { en: rationale }, visibility: "network" },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
  return ((await answer.json()) as { version: number }).version;
}

const reasons = (page: Page) => page.locator('[name="rationale.en"]');
const saveDraft = (page: Page) => page.getByRole("button", { name: "Save the draft" });

/** The sign-in of this person was an hour ago. */
async function age(email: string) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query(
    `UPDATE "Session" SET "authenticatedAt" = now() - interval '1 hour'
      WHERE "personId" = (SELECT "id" FROM "Person" WHERE "email" = $1)`,
    [email],
  );
  await client.end();
}

async function textOf(data: Uint8Array): Promise<string> {
  const document = await getDocument({ data }).promise;
  const pages = await Promise.all(Array.from({ length: document.numPages }, (_, at) => document.getPage(at + 1)));
  const contents = await Promise.all(pages.map((it) => it.getTextContent()));
  return contents.flatMap(({ items }) => items.flatMap((it) => ("str" in it ? it.str : []))).join(" ");
}

test("what is typed survives a crashed tab and a cut line, and is never saved over a colleague unseen", async ({
  as,
}) => {
  test.setTimeout(120_000);
  const place = "saltmarsh/transnational-links";
  const page = await as("rep.saltmarsh@demo.example");
  await page.goto(`/en/positions/${place}?write=1`);
  await page.getByRole("radio", { name: /^Support(?! with)/ }).check();
  await reasons(page).fill("Typed before the tab fell over.");
  const context = page.context();
  // The renderer dies as it would of a fault: no handler runs.
  await page.goto("chrome://crash").catch(() => null);
  await page.close();

  const again = await context.newPage();
  await again.goto(`/en/positions/${place}?write=1`);
  await expect(reasons(again)).toHaveValue("Typed before the tab fell over.");
  await expect(again.getByText(/had not been saved/)).toBeVisible();
  await context.setOffline(true);
  await saveDraft(again).click();
  await expect(again.getByText(/kept on this device/).first()).toBeVisible();
  await expect(reasons(again)).toHaveValue("Typed before the tab fell over.");
  await context.setOffline(false);

  // A colleague saves meanwhile; the page is read anew, with what was typed before that.
  const colleague = await as("signatory.saltmarsh@demo.example");
  await colleague.goto(`/en/positions/${place}`);
  const held = (await (await colleague.request.get(`/api/v1/positions/${place}`)).json()) as { version: number };
  await saveByApi(colleague, place, held.version, "Written by the colleague.");
  await again.reload();
  await saveDraft(again).click();
  await expect(again.getByText("The draft changed while you were writing.")).toBeVisible();
  await expect(again.getByText(/Written by the colleague/).first()).toBeVisible();
  await expect(reasons(again)).toHaveValue("Typed before the tab fell over.");
  await expectAccessible(again);
  await again.getByRole("button", { name: "Keep mine" }).click();
  await expect(again.getByRole("heading", { name: "The draft" })).toBeVisible();
  await expect(again.getByText("Typed before the tab fell over.").first()).toBeVisible();
});

test("two people write one draft: the second sees the difference, and takes it", async ({ as }) => {
  const place = "/en/positions/driftwood/shared-talking-points?write=1";
  const [one, other] = [await as("rep.driftwood@demo.example"), await as("signatory.driftwood@demo.example")];
  for (const page of [one, other]) {
    await page.goto(place);
    await page.getByRole("radio", { name: /^Support(?! with)/ }).check();
  }
  await reasons(one).fill("First to save.");
  await reasons(other).fill("Second to save.");
  await saveDraft(one).click();
  await expect(one.getByRole("heading", { name: "The draft" })).toBeVisible();
  await saveDraft(other).click();
  await expect(other.getByRole("button", { name: "Take theirs" })).toBeVisible();
  await expect(other.locator("ins, del").first()).toBeVisible();
  await other.getByRole("button", { name: "Take theirs" }).click();
  await expect(reasons(other)).toHaveValue("First to save.");
});

test("two people sign for an organization that decides jointly, with a position returned first and withdrawn last", async ({
  as,
}) => {
  test.setTimeout(120_000);
  const place = "red-cedar/outreach-allies";
  const drafter = await as("rep.red-cedar@demo.example");
  await drafter.goto(`/en/positions/${place}`);
  await drafter.getByRole("link", { name: "Change the draft" }).click();
  await drafter.getByLabel("Undecided since").fill("2026-01-15");
  await drafter.getByLabel("Means to decide by").fill("2031-06-30");
  await saveDraft(drafter).click();
  await expect(drafter.getByText(/30 June 2031/).first()).toBeVisible();
  await drafter.getByRole("button", { name: "Send to the signatory" }).click();
  await expect(drafter.getByText("The draft is with the signatory.").first()).toBeVisible();

  const signatory = await as("signatory.red-cedar@demo.example");
  await signatory.goto(`/en/positions/${place}`);
  await signatory.getByText("Return to the drafter").first().click();
  await signatory.getByLabel("What should change").fill("Say who decides.");
  await signatory.getByRole("button", { name: "Return to the drafter" }).click();
  await drafter.goto(`/en/positions/${place}`);
  await expect(drafter.getByText("Say who decides.").first()).toBeVisible();
  await expectAccessible(drafter);
  await signatory.getByRole("button", { name: "Sign off this position" }).click();
  await expect(signatory.getByText(/Undecided since/).first()).toBeVisible();
  await signatory.getByText("Withdraw it, or change who may read it").click();
  await expect(signatory.getByText(/it reads “not recorded” to everyone outside/)).toBeVisible();
  await expectAccessible(signatory);
  await signatory.getByRole("button", { name: "Withdraw this position" }).click();
  await expect(signatory.getByText(/Nothing stands/).first()).toBeVisible();

  const once = await as("signatory.two-rivers@demo.example");
  await once.goto("/en/positions/two-rivers/africa-first?write=1");
  await once.getByRole("radio", { name: /^Opposes/ }).check();
  await saveDraft(once).click();
  await once.getByRole("button", { name: "Sign off this position" }).click();
  await expect(once.getByText(/A second signatory completes it/).first()).toBeVisible();
  await expectAccessible(once);
  const answer = await once.request.get("/api/v1/positions/two-rivers/africa-first");
  expect(await answer.json()).toMatchObject({ draft: { stance: "oppose", state: "signed_once" } });
});

for (const locale of ["en", "fr"] as const) {
  const t = {
    en: {
      owed: /decisions? (is|are) owed/,
      sign: "Sign in again to do this",
      mandate: "Authority",
      pdf: "PDF (Letter)",
    },
    fr: { owed: /décisions?/, sign: "Rouvrir une session pour le faire", mandate: "Autorité", pdf: "PDF (Letter)" },
  }[locale];

  test(`a board member opens the pack, and its code leads to a page that asks for mandate and a fresh sign-in (${locale})`, async ({
    as,
  }) => {
    const email = locale === "fr" ? "signatory.tamarack-relief@demo.example" : "signatory.quorum-campus@demo.example";
    const slug = locale === "fr" ? "tamarack-relief" : "quorum-campus";
    const page = await as(email, { locale });
    await page.goto(`/${locale}/organizations/${slug}/board-pack`);
    await expect(page.getByText(t.owed).first()).toBeVisible();
    await expectAccessible(page);
    const link = page.locator('a[href*="/decisions/"]').first();
    const title = await page.locator(".pack-decision h2").first().innerText();
    const href = (await link.getAttribute("href")) ?? "";
    const code = /[0-9a-f]{8}$/.exec(href)?.[0] ?? "";
    const file = await page.request.get(
      `/api/v1/organizations/${slug}/board-pack?format=pdf&paper=letter&language=${locale}`,
    );
    const text = await textOf(new Uint8Array(await file.body()));
    for (const said of [code, title]) expect(text.replace(/\s+/g, " ")).toContain(said.replace(/\s+/g, " "));

    await age(email);
    await page.goto(`/${locale}/decisions/${code}`);
    await expect(page).toHaveURL(new RegExp(`/${locale}/positions/${slug}/`));
    await expect(page.getByText(t.mandate, { exact: false }).first()).toBeVisible();
    await expect(page.locator('a[href*="/sign-in?next="]').first()).toBeVisible();
    await expectAccessible(page);
    const stranger = await as("rep.lodestar-law@demo.example", { locale });
    expect((await stranger.goto(`/${locale}/decisions/${code}`))?.status()).toBe(404);
  });
}

test("a file is told row by row, mended, written as drafts, and undone", async ({ as }) => {
  const page = await as("rep.northern-lantern@demo.example");
  await page.goto("/en/positions/import?organization=northern-lantern");
  await expectAccessible(page);
  const csv = (...rows: string[]) => ({
    name: "ours.csv",
    mimeType: "text/csv",
    buffer: Buffer.from(["proposition,stance,rationaleEn", ...rows].join("\r\n")),
  });
  const choose = page.locator('input[type="file"]');
  await choose.setInputFiles(csv("africa-first,oppose,From a file.", "no-such-thing,support,x", "codification,,"));
  await expect(page.getByText("1 refused").or(page.getByText("2 refused"))).toBeVisible();
  await expect(page.getByRole("row", { name: /no-such-thing/ })).toContainText("3");
  await expectAccessible(page);
  await page.getByRole("button", { name: "Choose another file" }).click();
  await choose.setInputFiles(csv("africa-first,oppose,From a file."));
  await page.getByRole("button", { name: /^Write 1 draft/ }).click();
  await expect(page.getByText(/1 draft is written/)).toBeVisible();
  await page.getByRole("button", { name: /^Undo/ }).first().click();
  await expectAccessible(page);
  await page.getByRole("dialog").getByRole("button", { name: /^Undo/ }).click();
  await expect(page.getByText(/^Undone/).first()).toBeVisible();
});
