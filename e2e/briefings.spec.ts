import { expect, expectAccessible, test } from "../tests/support/servers/isolated-server";

const texts = {
  en: {
    list: "Briefings",
    plan: "Plan a briefing",
    kind: /^With government/,
    title: "Meeting on the new texts",
    office: "Office responsible for human security",
    rule: /^Not for attribution/,
    caucus: /^Add a caucus before it/,
    debrief: /^Add a debrief after it/,
    send: "Plan it",
    sequence: "Sequence",
    parts: [/^1\. Caucus/, /^2\. Room/, /^3\. Debrief/],
    change: "Change the rule",
    tighter: /^Decisions only/,
    now: "The rule is now Decisions only.",
    tightened: "The rule was tightened to Decisions only.",
    next: "Schedule the next one",
    follows: /^Follows Meeting on the new texts/,
    followed: /^Followed by Meeting on the new texts/,
    edit: "Change the frame",
    quorum: "Quorum, in organizations",
    save: "Save the frame",
    saved: "The frame is saved.",
    quorumOf: "4 organizations",
    recommendations: "Recommendations",
    overdue: "Overdue",
  },
  fr: {
    list: "Séances",
    plan: "Prévoir une séance",
    kind: /^Avec le gouvernement/,
    title: "Rencontre sur les nouveaux textes",
    office: "Bureau responsable de la sécurité humaine",
    rule: /^Non attribuable/,
    caucus: /^Ajouter un caucus avant/,
    debrief: /^Ajouter un retour après/,
    send: "Prévoir",
    sequence: "Déroulement",
    parts: [/^1\. Caucus/, /^2\. Salle/, /^3\. Retour/],
    change: "Changer la règle",
    tighter: /^Décisions seulement/,
    now: "Règle en vigueur : Décisions seulement.",
    tightened: "La règle a été resserrée : Décisions seulement.",
    next: "Prévoir la prochaine",
    follows: /^Fait suite à Rencontre sur les nouveaux textes/,
    followed: /^Suivie de Rencontre sur les nouveaux textes/,
    edit: "Modifier le cadre",
    quorum: "Quorum, en organisations",
    save: "Enregistrer le cadre",
    saved: "Le cadre est enregistré.",
    quorumOf: "4 organisations",
    recommendations: "Recommandations",
    overdue: "En retard",
  },
} as const;

for (const locale of ["en", "fr"] as const)
  test(`a meeting with an office is planned with caucus and debrief, its rule tightened, the next one copied (${locale})`, async ({
    as,
  }) => {
    const t = texts[locale];
    const page = await as("signatory.driftwood@demo.example", { locale });
    await page.goto(`/${locale}/briefings`);
    await expect(page.getByRole("heading", { name: t.overdue })).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("main").getByRole("link", { name: t.plan }).first().click();
    await page.getByRole("radio", { name: t.kind }).check();
    await page.locator(`[name="title.${locale}"]`).fill(t.title);
    await page.getByRole("checkbox", { name: t.caucus }).check();
    await page.getByRole("checkbox", { name: t.debrief }).check();
    await expectAccessible(page);
    // Without a rule and an office it is turned away, each by its field, and nothing that was typed is lost.
    await page.getByRole("button", { name: t.send, exact: true }).click();
    await expect(page.locator("#attribution.field-wrong")).toBeVisible();
    await page.locator("#attribution").getByRole("radio", { name: t.rule }).check();
    await page.getByRole("button", { name: t.send, exact: true }).click();
    await expect(page.locator("#offices.field-wrong")).toBeVisible();
    await page.getByRole("checkbox", { name: t.office }).check();
    await page.getByRole("button", { name: t.send, exact: true }).click();

    await expect(page.getByRole("heading", { level: 1 })).toContainText(t.title);
    const cells = page.getByRole("region", { name: t.sequence }).getByRole("listitem");
    await expect(cells).toHaveText([...t.parts]);
    await expectAccessible(page);

    await page.getByText(t.change, { exact: true }).first().click();
    await page.getByRole("radio", { name: t.tighter }).check();
    await page.getByRole("button", { name: t.change }).click();
    await expect(page.getByText(t.now)).toBeVisible();
    await expect(page.getByText(t.tightened)).toBeVisible();

    await page.getByRole("link", { name: t.edit }).click();
    await page.getByLabel(t.quorum).fill("4");
    await page.getByRole("button", { name: t.save }).click();
    await expect(page.getByText(t.saved)).toBeVisible();
    await expect(page.getByText(t.quorumOf, { exact: true })).toBeVisible();

    await page.getByRole("link", { name: t.next }).click();
    await expect(page.locator(`[name="title.${locale}"]`)).toHaveValue(t.title);
    await expect(page.getByRole("checkbox", { name: t.caucus })).toBeChecked();
    await expect(page.getByLabel(t.quorum)).toHaveValue("4");
    await page.getByRole("button", { name: t.send, exact: true }).click();
    await expect(page.getByText(t.follows)).toBeVisible();
    await expect(page.getByRole("region", { name: t.sequence }).getByRole("listitem")).toHaveText([...t.parts]);
    // The one before has its next one now, and offers no second.
    await page.getByText(t.follows).getByRole("link").click();
    await expect(page.getByText(t.followed)).toBeVisible();
    await expect(page.getByRole("link", { name: t.next })).toHaveCount(0);
  });

test("a member who hosts nothing reads a meeting without what the host may do; a guest and a visitor find none", async ({
  as,
}) => {
  const member = await as("rep.saltmarsh@demo.example");
  await member.goto("/en/briefings/foreign-affairs-2");
  await expect(member.getByText("Is it written who said it?")).toBeVisible();
  await expect(member.getByText("At the department; room shown after sign-in")).toBeVisible();
  await expect(member.getByRole("link", { name: "Change the frame" })).toHaveCount(0);
  await expect(member.getByText("Change the rule", { exact: true })).toHaveCount(0);
  const guest = await as("guest@demo.example");
  expect((await guest.goto("/en/briefings/foreign-affairs-2"))?.status()).toBe(404);
  const visitor = await as(null);
  await visitor.goto("/en/briefings/foreign-affairs-2");
  await expect(visitor).toHaveURL(/sign-in/);
});

test("the recommendations stand under briefings, and their old address leads there with its choices", async ({
  as,
}) => {
  const page = await as("rep.saltmarsh@demo.example", { width: 360 });
  await page.goto("/en/agenda?regimeArea=practice");
  await expect(page).toHaveURL(/\/en\/briefings\/recommendations\?regimeArea=practice$/);
  await expect(page.getByRole("link", { name: "Recommendations", exact: true })).toHaveAttribute(
    "aria-current",
    "page",
  );
  await expectAccessible(page);
  await page.goto("/en");
  await expect(page.getByRole("heading", { name: "Next briefing" })).toBeVisible();
});
