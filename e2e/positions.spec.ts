import { expect, expectAccessible, test } from "../tests/support/journey";

const texts = {
  en: {
    slug: "small-shoulders",
    short: "Small Shoulders",
    theme: "Outreach to governments",
    proposition: "Focus on Africa in the near term",
    positions: "Positions",
    record: "Record a position",
    opposes: /^Opposes/,
    reasons: "English",
    why: "Children are at risk in every region; a single map would hide some of them.",
    save: "Save the draft",
    draft: "The draft",
    send: "Send to the signatory",
    sent: "The draft is with the signatory.",
    sign: "Sign off this position",
    cell: "Small Shoulders, Focus on Africa in the near term: opposes",
    blank: /Small Shoulders, Focus on Africa in the near term: not/,
  },
  fr: {
    slug: "tamarack-relief",
    short: "Tamarac",
    theme: "Rapprochement avec les gouvernements",
    proposition: "Se concentrer sur l’Afrique à court terme",
    positions: "Positions",
    record: "Consigner une position",
    opposes: /^S’oppose/,
    reasons: "Français",
    why: "Le secours d’urgence ne choisit pas ses crises selon la carte.",
    save: "Enregistrer l’ébauche",
    draft: "L’ébauche",
    send: "Envoyer pour signature",
    sent: "L’ébauche est chez la personne signataire.",
    sign: "Approuver cette position",
    cell: /^Tamarac, Se concentrer sur l’Afrique à court terme\s: s’oppose/,
    blank: /^Tamarac, Se concentrer sur l’Afrique à court terme\s: non/,
  },
} as const;

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];

  test(`a position is drafted, sent, signed off and read by the network, and nobody else saw the draft (${locale})`, async ({
    as,
  }) => {
    const place = `/${locale}/positions/${t.slug}/africa-first`;

    const drafter = await as(`rep.${t.slug}@demo.example`, { locale });
    await drafter.goto(`/${locale}/positions`);
    await expectAccessible(drafter);
    await drafter.getByRole("link", { name: t.theme, exact: true }).click();
    await drafter.getByRole("link", { name: t.proposition, exact: true }).first().click();
    await expect(drafter.getByRole("heading", { level: 1, name: t.proposition })).toBeVisible();
    await expectAccessible(drafter);
    await drafter.getByRole("link", { name: t.record }).first().click();
    await expect(drafter.getByRole("button", { name: t.save })).toBeVisible();
    await drafter.getByRole("radio", { name: t.opposes }).check();
    await drafter.getByRole("textbox", { name: t.reasons }).first().fill(t.why);
    await expectAccessible(drafter);
    await drafter.getByRole("button", { name: t.save }).click();
    await expect(drafter.getByRole("heading", { name: t.draft })).toBeVisible();
    await expect(drafter.getByText(t.why).first()).toBeVisible();

    const other = await as("rep.lodestar-law@demo.example", { locale });
    const asOther = async (path: string) => (await other.request.get(path)).text();
    const one = await other.request.get(`/api/v1/positions/${t.slug}/africa-first`);
    expect(one.status(), "by id").toBe(404);
    const history = await other.request.get(`/api/v1/positions/${t.slug}/africa-first/history`);
    expect(history.status(), "by history").toBe(404);
    const list = JSON.parse(await asOther(`/api/v1/positions?organization=${t.slug}&proposition=africa-first`));
    expect(list, "by list and count").toMatchObject({ items: [], total: 0 });
    expect(await asOther(`/api/v1/agreement/export?format=csv&language=${locale}`), "by CSV").not.toContain(t.why);
    expect(await asOther(`/${locale}/propositions/africa-first`), "by page").not.toContain(t.why);
    await other.goto(`/${locale}/agreement`);
    await expect(other.getByRole("link", { name: t.blank }).first()).toBeVisible();

    await drafter.getByRole("button", { name: t.send }).click();
    await expect(drafter.getByText(t.sent).first()).toBeVisible();

    const signatory = await as(`signatory.${t.slug}@demo.example`, { locale });
    await signatory.goto(`/${locale}`);
    await expectAccessible(signatory);
    await signatory.goto(place);
    await expect(signatory.getByText(t.why).first()).toBeVisible();
    await expectAccessible(signatory);
    await signatory.getByRole("button", { name: t.sign }).click();
    await expect(signatory.getByRole("button", { name: t.sign })).toHaveCount(0);
    await expectAccessible(signatory);

    await other.goto(`/${locale}/agreement`);
    await expect(other.getByRole("link", { name: t.cell }).first()).toBeVisible();
    await other.goto(place);
    await expect(other.getByText(t.why).first()).toBeVisible();
  });
}

test("a stance with reservation without its words names the field and keeps what was typed", async ({ as }) => {
  const page = await as("rep.kettle-rapids@demo.example");
  await page.goto("/en/positions/kettle-rapids/prevention-leads");
  await page
    .getByRole("link", { name: /Change/ })
    .or(page.getByRole("button", { name: /Change the position|Change$/ }))
    .first()
    .click();
  await page.getByRole("radio", { name: /^Support with reservation/ }).check();
  for (const box of await page.getByRole("textbox").all()) await box.fill("");
  await page.getByRole("textbox", { name: "English" }).last().fill("Typed with care.");
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(page.getByText("Write the reservation: name the words it qualifies.").first()).toBeVisible();
  await expect(page.getByRole("textbox", { name: "English" }).last()).toHaveValue("Typed with care.");
  await expectAccessible(page);
});

test("an unsaved text survives a reload of the page", async ({ as }) => {
  const page = await as("rep.two-rivers@demo.example");
  const place = "/en/positions/two-rivers/narrow-definition?edit=1";
  await page.goto(place);
  const change = page
    .getByRole("button", { name: "Change the position" })
    .or(page.getByRole("link", { name: "Change the position" }));
  if (await change.count()) await change.first().click();
  await page.getByRole("textbox", { name: "English" }).last().fill("Half a thought, not yet saved");
  await page.reload();
  await expect(page.getByRole("textbox", { name: "English" }).last()).toHaveValue("Half a thought, not yet saved");
});
