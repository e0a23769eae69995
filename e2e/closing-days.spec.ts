import { expect, expectAccessible, test } from "../tests/support/servers/isolated-server";

test.describe.configure({ mode: "serial" });

const texts = {
  en: {
    title: "Closing days",
    edit: "Edit closing days",
    none: /^For 2029 only the federal holidays are known/,
    family: "Family Day",
    addFamily: "Add Family Day, Mon 19 Feb",
    familyIn: "Family Day in 5 provinces",
    louisRiel: "Louis Riel Day in Manitoba",
    louisRielAdd: "Add Louis Riel Day, Mon 19 Feb",
    islander: "Add Islander Day, Mon 19 Feb",
    addAll: "Add all 9",
    allEntered: "All holidays of provinces that are known for 2029 are entered.",
    paste: "Sitting weeks, one range a line",
    pasted: "January 29 to February 2\nMarch 5-9; March 12-16\nThe House adjourns.\nweek of April 16",
    read: "4 ranges are read, with 20 weekdays in all.",
    unread: "Line 3: The House adjourns.",
    addRanges: "Add 4 ranges",
    known: "4 of them are entered already.",
    kind: "What it is",
    first: "First day",
    last: "Last day",
    name: "English",
    other: "Français",
    provinces: "Where",
    save: "Add these days",
    wrong: "The last day comes before the first.",
    nowhere: "Choose where it is a holiday.",
    rest: "Winter break",
    repos: "Congé d’hiver",
    change: /^Change Winter break/,
    saveChange: "Save the change",
    changed: "The range was changed.",
    remove: /^Remove Winter holidays/,
    holidays: "Winter holidays",
    removed: "One range removed.",
    stale: /^The closing days were changed while you were reading/,
    reread: "Read the current text",
    manitoba: "Manitoba",
    sits: "House sits",
  },
  fr: {
    title: "Jours de fermeture",
    edit: "Modifier les jours de fermeture",
    none: /^Pour 2030, seuls les jours fériés fédéraux sont connus/,
    family: "Jour de la famille",
    addFamily: "Ajouter Jour de la famille, lun. 18 févr.",
    familyIn: "Jour de la famille dans 5 provinces",
    louisRiel: "Journée Louis Riel au Manitoba",
    louisRielAdd: "Ajouter Journée Louis Riel, lun. 18 févr.",
    islander: "Ajouter Jour des Insulaires, lun. 18 févr.",
    addAll: "Ajouter les 9",
    allEntered: "Tous les fériés de provinces connus pour 2030 sont inscrits.",
    paste: "Semaines de séance, une période par ligne",
    pasted: "28 janvier au 1er février\n4-8 mars; 11-15 mars\nLa Chambre s’ajourne.\nsemaine du 15 avril",
    read: "4 périodes sont lues, avec 20 jours de semaine en tout.",
    unread: "Ligne 3\u00a0: La Chambre s’ajourne.",
    addRanges: "Ajouter 4 périodes",
    known: "4 d’entre elles sont déjà inscrites.",
    kind: "De quoi il s’agit",
    first: "Premier jour",
    last: "Dernier jour",
    name: "English",
    other: "Français",
    provinces: "Où",
    save: "Ajouter ces jours",
    wrong: "Le dernier jour précède le premier.",
    nowhere: "Choisissez où c’est un jour férié.",
    rest: "Winter break",
    repos: "Congé d’hiver",
    change: /^Modifier Congé d’hiver/,
    saveChange: "Enregistrer la modification",
    changed: "La période est modifiée.",
    remove: /^Retirer Repos d’hiver/,
    holidays: "Repos d’hiver",
    removed: "Une période retirée.",
    stale: /^Les jours de fermeture ont été modifiés pendant votre lecture/,
    reread: "Lire le texte actuel",
    manitoba: "Manitoba",
    sits: "La Chambre siège",
  },
} as const;
const years = { en: 2029, fr: 2030 };

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];
  const year = years[locale];

  test(`the convener enters what closes: holidays by a press, sitting weeks by pasting, breaks by hand (${locale})`, async ({
    as,
  }) => {
    test.setTimeout(300_000);
    const page = await as("convener@demo.example", { locale });
    await page.goto(`/${locale}/network/closing-days?year=${year}`);
    await expect(page.getByRole("heading", { level: 1, name: t.title })).toBeVisible();
    await expect(page.getByText(t.none)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("link", { name: t.edit }).click();
    await expect(page.getByRole("heading", { level: 1, name: t.edit })).toBeVisible();
    await expectAccessible(page);

    await page.getByRole("button", { name: t.addFamily }).click();
    await page.getByRole("button", { name: t.addFamily }).waitFor({ state: "detached" });
    await expect(page.getByRole("row").filter({ hasText: t.familyIn }).last()).toBeVisible();
    // Each over what the one before it made.
    for (const day of [t.louisRielAdd, t.islander]) await page.getByRole("button", { name: day }).click();
    await page.getByRole("button", { name: t.addAll }).click();
    await expect(page.getByText(t.allEntered)).toBeVisible();
    await expect(page.getByRole("row").filter({ hasText: t.louisRiel }).last()).toBeVisible();

    await page.getByLabel(t.paste).fill(t.pasted);
    await expect(page.getByText(t.read)).toBeVisible();
    await expect(page.getByText(t.unread)).toBeVisible();
    await expectAccessible(page);
    await page.getByRole("button", { name: t.addRanges }).click();
    await expect(page.getByLabel(t.paste)).toHaveValue("");
    await page.getByLabel(t.paste).fill(t.pasted);
    await expect(page.getByText(t.known)).toBeVisible();

    await page.getByLabel(t.first).fill(`${year}-12-20`);
    await page.getByLabel(t.last).fill(`${year}-12-10`);
    await page.getByRole("textbox", { name: t.name }).fill(t.rest);
    await page.getByRole("textbox", { name: t.other }).fill(t.repos);
    await page.getByRole("button", { name: t.save }).click();
    await expect(page.getByText(t.wrong).first()).toBeVisible();
    await expect(page.getByLabel(t.last)).toHaveValue(`${year}-12-10`);
    await expectAccessible(page);
    await page.getByLabel(t.kind).selectOption("provincial");
    await page.getByLabel(t.last).fill(`${year}-12-31`);
    await page.getByRole("button", { name: t.save }).click();
    await expect(page.getByText(t.nowhere).first()).toBeVisible();
    await expect(page.getByRole("group", { name: t.provinces })).toBeVisible();
    await expectAccessible(page);
    await page.getByLabel(t.kind).selectOption("blackout");
    await page.getByRole("button", { name: t.save }).click();
    await expect(page.getByRole("button", { name: t.change })).toBeVisible();

    const { blackouts } = await (await page.request.get("/api/v1/network")).json();
    expect(blackouts).toContainEqual({
      ...{ firstOn: `${year}-12-20`, lastOn: `${year}-12-31`, name: { en: t.rest, fr: t.repos } },
    });
  });

  test(`a range is changed and taken out by keyboard, and not over somebody else's change (${locale})`, async ({
    as,
  }) => {
    test.setTimeout(300_000);
    const page = await as("convener@demo.example", { locale });
    await page.goto(`/${locale}/network/closing-days/edit?year=${year}`);
    await page.getByRole("button", { name: t.change }).press("Enter");
    await expect(page.getByLabel(t.first)).toHaveValue(`${year}-12-20`);
    await page.getByRole("textbox", { name: locale === "en" ? t.name : t.other }).fill(t.holidays);
    await page.getByRole("button", { name: t.saveChange }).press("Enter");
    await expect(page.getByText(t.changed)).toBeVisible();

    const administrator = await as("admin@demo.example", { locale, width: 360 });
    await administrator.goto(`/${locale}/network/closing-days/edit?year=${year}`);
    await expectAccessible(administrator);
    await page.getByRole("button", { name: t.remove }).press("Enter");
    await expect(page.getByText(t.removed)).toBeVisible();
    await expect(page.getByRole("button", { name: t.remove })).toHaveCount(0);

    await administrator.getByRole("button", { name: t.remove }).click();
    await expect(administrator.getByText(t.stale)).toBeVisible();
    await expectAccessible(administrator);
    await administrator.getByRole("button", { name: t.reread }).click();
    await expect(administrator.getByRole("button", { name: t.remove })).toHaveCount(0);
  });

  test(`every member reads the days of a year, with where they hold, and nobody changes them in passing (${locale})`, async ({
    as,
  }) => {
    const member = await as("rep.red-cedar@demo.example", { locale, width: 360 });
    await member.goto(`/${locale}/more`);
    await member.getByRole("link", { name: t.title }).click();
    await expect(member.getByRole("heading", { level: 1, name: t.title })).toBeVisible();
    await member.goto(`/${locale}/network/closing-days?year=${year}`);
    await expect(member.getByRole("row").filter({ hasText: t.manitoba }).first()).toBeVisible();
    await expect(member.getByRole("row").filter({ hasText: t.sits })).toHaveCount(4);
    await expect(member.getByRole("link", { name: t.edit })).toHaveCount(0);
    await expectAccessible(member);
    await member.emulateMedia({ media: "print" });
    await expect(member.getByRole("row").filter({ hasText: t.family })).toBeVisible();
    const refused = await member.goto(`/${locale}/network/closing-days/edit`);
    expect(refused?.status()).toBe(404);
    const visitor = await as(null, { locale });
    await visitor.goto(`/${locale}/network/closing-days`);
    await expect(visitor).toHaveURL(/\/sign-in/);
  });
}
