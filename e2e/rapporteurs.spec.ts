import { expect, expectAccessible, test } from "../tests/support/journey";
import { listLinks } from "../tests/support/mailed-links";

const texts = {
  en: {
    title: "Rapporteurs",
    person: "Who",
    someone: /^Joanna Whitford, /,
    occasion: "Occasion, in English",
    first: "First day",
    last: "Last day",
    name: "Name",
    words: "Evening session on early warning",
    wrong: "The last day comes before the first.",
    lay: /^End: Evening session on early warning/,
    end: "End it",
    ended: "ended early",
  },
  fr: {
    title: "Rapporteurs et rapporteuses",
    person: "Qui",
    someone: /^Joanna Whitford, /,
    occasion: "Occasion, en français",
    first: "Premier jour",
    last: "Dernier jour",
    name: "Nommer",
    words: "Séance du soir sur l’alerte précoce",
    wrong: "Le dernier jour précède le premier.",
    lay: /^Mettre fin : Séance du soir sur l’alerte précoce/,
    end: "Y mettre fin",
    ended: "écourté",
  },
} as const;

const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

// Both count the mails of the same person: one after the other.
test.describe.configure({ mode: "default" });

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];

  test(`the convener names who records an occasion, who is told by mail and lays it down (${locale})`, async ({
    as,
  }) => {
    const convener = await as("convener@demo.example", { locale });
    const told = "rep.red-cedar@demo.example";
    const kind = /people\/rapporteurs$/;
    await convener.goto(`/${locale}/people`);
    await convener.getByRole("link", { name: t.title }).click();
    await expect(convener.getByRole("heading", { level: 1, name: t.title })).toBeVisible();
    await expectAccessible(convener);
    const before = (await listLinks(convener, told, kind)).length;
    const option = convener.getByLabel(t.person).locator("option").filter({ hasText: t.someone }).first();
    await convener.getByLabel(t.person).selectOption({ label: (await option.textContent()) ?? "" });
    await convener.getByLabel(t.occasion).fill(t.words);
    await convener.getByLabel(t.first).fill(dayIn(3));
    await convener.getByLabel(t.last).fill(dayIn(1));
    await convener.getByRole("button", { name: t.name, exact: true }).click();
    await expect(convener.getByText(t.wrong).first()).toBeVisible();
    await expectAccessible(convener);
    await convener.reload();
    await expect(convener.getByLabel(t.occasion)).toHaveValue(t.words);
    await convener.getByLabel(t.last).fill(dayIn(4));
    await convener.getByRole("button", { name: t.name, exact: true }).click();
    await expect(convener.getByRole("listitem").filter({ hasText: t.words })).toBeVisible();
    await expect.poll(async () => (await listLinks(convener, told, kind)).length, { timeout: 30_000 }).toBe(before + 1);

    const named = await as(told, { locale, width: 360 });
    await named.goto(`/${locale}/people/rapporteurs`);
    await named.getByRole("button", { name: t.lay }).click();
    await expectAccessible(named);
    await named.getByRole("button", { name: t.end, exact: true }).click();
    await expect(named.getByRole("listitem").filter({ hasText: t.words })).toContainText(t.ended);
  });
}
