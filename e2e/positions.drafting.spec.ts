import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "../tests/support/servers/isolated-server";

const texts = {
  en: {
    slug: "saltmarsh",
    save: "Save the draft",
    restored: /had not been saved/,
    unsent: /We try again when you are connected/,
    conflict: "The draft changed while you were writing.",
    mine: "Keep mine",
    theirs: "Take theirs",
    draft: "The draft",
    shared: "driftwood",
    undecided: "red-cedar",
    change: "Change the draft",
    excludes: /supports a proposition that excludes this one/,
    since: "Undecided since",
    decideBy: "Means to decide by",
    send: "Send to the signatory",
    sent: "The draft is with the signatory.",
    giveBack: "Return to the drafter",
    should: "What should change",
    sign: "Sign off this position",
    more: "Withdraw it, or change who may read it",
    reads: /it reads “not recorded” to everyone outside/,
    withdraw: "Withdraw this position",
    nothing: /Nothing stands/,
    joint: "africa-first",
    two: /The first signature makes nothing stand/,
    second: /A second signatory completes it/,
  },
  fr: {
    slug: "lac-aux-brumes",
    save: "Enregistrer l’ébauche",
    restored: /n’avait pas été enregistré/,
    unsent: /Nouvel essai dès le retour de la connexion/,
    conflict: "L’ébauche a changé pendant que vous écriviez.",
    mine: "Garder ma version",
    theirs: "Prendre l’autre version",
    draft: "L’ébauche",
    shared: "grey-heron",
    undecided: "lodestar-law",
    change: "Modifier l’ébauche",
    excludes: /appuie un énoncé qui exclut celui-ci/,
    since: "Indécise depuis",
    decideBy: "Compte décider d’ici le",
    send: "Envoyer pour signature",
    sent: "L’ébauche est chez la personne signataire.",
    giveBack: "Renvoyer à la rédaction",
    should: "Ce qui devrait changer",
    sign: "Approuver cette position",
    more: "La retirer ou en changer la diffusion",
    reads: /quiconque n’est pas de l’organisation lit «\snon consigné\s»/,
    withdraw: "Retirer cette position",
    nothing: /Rien n’est en vigueur/,
    joint: "common-position-now",
    two: /La première signature n’engage à rien/,
    second: /Une seconde personne signataire la complétera/,
  },
} as const;

/** A draft written through the API, where the form is not what is tested. */
async function saveByApi(page: Page, place: string, rationale: string) {
  const at = `/api/v1/positions/${place}`;
  const { origin } = new URL(page.url());
  const { version } = (await (await page.request.get(at)).json()) as { version?: number };
  const seen = version === undefined ? { "if-none-match": "*" } : { "if-match": `"${version}"` };
  const answer = await page.request.put(at, {
    headers: { origin, "x-concerted": "1", "idempotency-key": randomUUID(), ...seen },
    data: { stance: "support", rationale: { en: rationale }, visibility: "network" },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

const support = 'input[type="radio"][value="support"]';
const reasons = (page: Page) => page.locator('[name="rationale.en"]');
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];
  const save = (page: Page) => page.getByRole("button", { name: t.save }).click();

  test(`what is typed survives a crashed tab and a cut line, and is never saved over a colleague unseen (${locale})`, async ({
    as,
  }) => {
    test.setTimeout(300_000);
    const place = `${t.slug}/independent-voice`;
    const address = `/${locale}/positions/${place}`;
    const page = await as(`rep.${t.slug}@demo.example`, { locale });
    await page.goto(`${address}?write=1`);
    await page.locator(support).check();
    await reasons(page).fill("Typed before the tab fell over.");
    const context = page.context();
    // The renderer dies as it would of a fault: no handler runs.
    await page.goto("chrome://crash").catch(() => null);
    await page.close();

    const again = await context.newPage();
    await again.goto(`${address}?write=1`);
    await expect(reasons(again)).toHaveValue("Typed before the tab fell over.");
    await expect(again.getByText(t.restored)).toBeVisible();
    await context.setOffline(true);
    await save(again);
    await expect(again.getByText(t.unsent)).toBeVisible();
    await expect(reasons(again)).toHaveValue("Typed before the tab fell over.");

    // A colleague saves meanwhile; with the line the draft goes by itself, and is not laid over theirs.
    const colleague = await as(`signatory.${t.slug}@demo.example`, { locale });
    await colleague.goto(address);
    await saveByApi(colleague, place, "Written by the colleague.");
    await context.setOffline(false);
    await expect(again.getByText(t.conflict)).toBeVisible();
    await expect(
      again
        .locator("ins, del")
        .filter({ hasText: /colleague/ })
        .first(),
    ).toBeVisible();
    await expect(reasons(again)).toHaveValue("Typed before the tab fell over.");
    await expectAccessible(again);
    await again.getByRole("button", { name: t.mine }).click();
    await expect(again.getByRole("heading", { name: t.draft, exact: true })).toBeVisible();
    await expect(again.getByText("Typed before the tab fell over.").first()).toBeVisible();
  });

  test(`two people write one draft: the second sees the difference, and takes it (${locale})`, async ({ as }) => {
    const place = `/${locale}/positions/${t.shared}/canada-leads?write=1`;
    const one = await as(`rep.${t.shared}@demo.example`, { locale });
    const other = await as(`signatory.${t.shared}@demo.example`, { locale });
    for (const page of [one, other]) {
      await page.goto(place);
      await page.locator(support).check();
    }
    await reasons(one).fill("First to save.");
    await reasons(other).fill("Second to save.");
    await save(one);
    await expect(one.getByRole("heading", { name: t.draft, exact: true })).toBeVisible();
    await save(other);
    await expect(other.getByRole("button", { name: t.theirs })).toBeVisible();
    await expect(other.locator("ins, del").first()).toBeVisible();
    await other.getByRole("button", { name: t.theirs }).click();
    await expect(reasons(other)).toHaveValue("First to save.");
  });

  test(`a position is undecided until a day of its own, returned once, signed off and withdrawn (${locale})`, async ({
    as,
  }) => {
    test.setTimeout(300_000);
    const place = `/${locale}/positions/${t.undecided}/outreach-allies`;
    const drafter = await as(`rep.${t.undecided}@demo.example`, { locale });
    await drafter.goto(place);
    await drafter.getByRole("link", { name: t.change }).click();
    await drafter.locator('input[type="radio"][value="undecided"]').check();
    await drafter.getByLabel(t.since).fill("2026-01-15");
    await drafter.getByLabel(t.decideBy).fill(dayIn(200));
    await save(drafter);
    await expect(drafter.getByText(t.since).first()).toBeVisible();
    await drafter.getByRole("button", { name: t.send }).click();
    await expect(drafter.getByText(t.sent).first()).toBeVisible();

    const signatory = await as(`signatory.${t.undecided}@demo.example`, { locale });
    await signatory.goto(place);
    await signatory.getByText(t.giveBack).first().click();
    await signatory.getByLabel(t.should).fill("Say who decides.");
    await signatory.getByRole("button", { name: t.giveBack }).click();
    await expect(signatory.locator(".notice-amber").getByText("Say who decides.")).toBeVisible();
    await drafter.goto(place);
    await expect(drafter.getByText("Say who decides.").first()).toBeVisible();
    await expectAccessible(drafter);
    await signatory.getByRole("button", { name: t.sign }).click();
    await signatory.getByText(t.more).click();
    await expect(signatory.getByText(t.since).first()).toBeVisible();
    await expect(signatory.getByText(t.reads)).toBeVisible();
    await expectAccessible(signatory);
    await signatory.getByRole("button", { name: t.withdraw }).click();
    await expect(signatory.getByText(t.nothing).first()).toBeVisible();
  });

  test(`where two sign for an organization, the first signature makes nothing stand and the second does (${locale})`, async ({
    as,
  }) => {
    const place = `two-rivers/${t.joint}`;
    const first = await as("signatory.two-rivers@demo.example", { locale });
    const standing = async () => {
      const answer = await first.request.get(`/api/v1/positions/${place}`);
      return ((await answer.json()) as { standing: { stance: string } | null }).standing?.stance ?? null;
    };
    const before = await standing();
    await first.goto(`/${locale}/positions/${place}?write=1`);
    await first.locator('input[type="radio"][value="oppose"]').check();
    await save(first);
    await expect(first.getByText(t.two)).toBeVisible();
    await first.getByRole("button", { name: t.sign }).click();
    await expect(first.getByText(t.second).first()).toBeVisible();
    await expectAccessible(first);
    expect(await standing()).toBe(before);

    const second = await as("signatory.two-rivers-elders@demo.example", { locale });
    await second.goto(`/${locale}/positions/${place}`);
    await expect(second.getByText(t.second).first()).toBeVisible();
    await second.getByRole("button", { name: t.sign }).click();
    await expect(second.getByRole("button", { name: t.sign })).toHaveCount(0);
    expect(await standing()).toBe("oppose");
    await expectAccessible(second);
  });
}
