import { expect, expectAccessible, test } from "../tests/support/journey";
import { makeStatementsFile, makeVotesFile } from "../tests/support/study-files";

const address = "studies/when-a-government-will-not-protect-its-people";
const texts = {
  en: {
    list: "Public consultations",
    title: "When a government will not protect its people",
    finding: "Three opinion groups",
    order: "Order",
    add: "Add a consultation",
    adding: "Add a public consultation",
    votes: "Votes",
    statements: "Statements (optional)",
    heading: "Title in English (optional)",
    named: "What a village wants",
    do: "Add the consultation",
    wrong: /Votes, line 3, column 18: “maybe” for statement “11” is not a vote/,
    two: "Two opinion groups",
    open: "Take away",
    remove: /^Take “What a village wants” away/,
    gone: "The consultation is gone.",
  },
  fr: {
    list: "Consultations publiques",
    title: "Quand un gouvernement ne protège pas sa population",
    finding: "Trois groupes d’opinion",
    order: "Ordre",
    add: "Ajouter une consultation",
    adding: "Ajouter une consultation publique",
    votes: "Votes",
    statements: "Énoncés (facultatif)",
    heading: "Titre en français (facultatif)",
    named: "Ce que veut un village",
    do: "Ajouter la consultation",
    wrong: /Votes, ligne 3, colonne 18 : « maybe » pour l’énoncé « 11 » n’est pas un vote/,
    two: "Deux groupes d’opinion",
    open: "Retirer",
    remove: /^Retirer «\sCe que veut un village\s»/,
    gone: "La consultation est retirée.",
  },
} as const;

const csv = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];

  test(`a visitor reads a consultation, its groups and its files, and no participant (${locale})`, async ({ as }) => {
    const page = await as(null, { locale, dark: locale === "fr", width: locale === "fr" ? 360 : 1280 });
    await page.goto(`/${locale}/studies`);
    await page.getByRole("link", { name: t.title }).click();
    await expect(page.getByRole("heading", { level: 1, name: t.title })).toBeVisible();
    await expect(page.getByRole("heading", { level: 2, name: t.finding })).toBeVisible();
    await expectAccessible(page);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await page.getByRole("combobox", { name: t.order }).selectOption("apart");
    await expect(page).toHaveURL(/order=apart/);
    await page.locator("[data-mark][tabindex='0']").focus();
    const before = await page.locator(":focus").getAttribute("data-x");
    await page.keyboard.press("ArrowLeft");
    await page.keyboard.press("ArrowRight");
    await page.keyboard.press("ArrowUp");
    expect(await page.locator(":focus").getAttribute("data-x")).not.toBe(before);
  });

  test(`the convener adds a consultation, is told where a file is wrong, and takes it away (${locale})`, async ({
    as,
  }) => {
    // Two files are read, the worker describes one of them, and the page waits for it.
    test.slow();
    const page = await as("convener@demo.example", { locale });
    await page.goto(`/${locale}/studies`);
    await page.getByRole("link", { name: t.add }).click();
    await expect(page.getByRole("heading", { level: 1, name: t.adding })).toBeVisible();
    await expect(page).toHaveTitle(new RegExp(t.adding));
    await expectAccessible(page);
    const votes = makeVotesFile({ participants: 90, statements: 12, minds: 2, seed: locale === "en" ? 71 : 72 });
    const lines = votes.split("\n");
    lines[2] = lines[2]?.replace(/,[^,]*$/, ",maybe") ?? "";
    await page.getByLabel(t.votes, { exact: true }).setInputFiles(csv("participants-votes.csv", lines.join("\n")));
    await page.getByLabel(t.statements).setInputFiles(csv("comments.csv", makeStatementsFile(12)));
    await page.getByLabel(t.heading).fill(t.named);
    await page.getByRole("button", { name: t.do }).click();
    await expect(page.getByText(t.wrong)).toBeVisible();
    await expect(page.getByLabel(t.heading)).toHaveValue(t.named);
    await page.getByLabel(t.votes, { exact: true }).setInputFiles(csv("participants-votes.csv", votes));
    await page.getByRole("button", { name: t.do }).click();
    await expect(page.getByRole("heading", { level: 1, name: t.named })).toBeVisible();
    // The worker describes it; the page reads itself anew.
    await expect(page.getByRole("heading", { level: 2, name: t.two })).toBeVisible({ timeout: 30_000 });
    await page.getByRole("button", { name: t.open }).click();
    await page.getByRole("button", { name: t.remove }).click();
    await expect(page.getByText(t.gone)).toBeVisible();
    await expect(page.getByRole("link", { name: t.named })).toHaveCount(0);
  });
}

test("what a consultation shows leaves as SVG, PNG and CSV, and a member is offered no adding", async ({
  as,
  request,
}) => {
  const page = await as("rep.red-cedar@demo.example");
  await page.goto(`/en/${address}`);
  for (const format of ["SVG", "PNG"]) {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: `Save the map as ${format}` }).click();
    expect((await download).suggestedFilename()).toMatch(new RegExp(`\\.${format.toLowerCase()}$`));
  }
  const answer = await request.get(`/api/v1/${address}/export?part=statements&language=fr`);
  const rows = (await answer.text()).trim().split("\r\n");
  expect(rows).toHaveLength(19);
  expect(rows[0]).toContain("group_c_pass");
  await page.goto("/en/studies");
  await expect(page.getByRole("link", { name: texts.en.add })).toHaveCount(0);
  await page.goto("/en/studies/import");
  await expect(page.getByText("Only the convener or an administrator adds consultations.")).toBeVisible();
});
