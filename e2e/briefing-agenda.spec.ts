import type { Page } from "@playwright/test";
import { plantBriefing } from "../tests/support/journey-briefings";
import { expect, expectAccessible, test } from "../tests/support/servers/isolated-server";

const texts = {
  en: {
    desk: "Agenda desk",
    agenda: "Agenda",
    search: "Search by words or number",
    addG2: /^Add: G2\. /,
    addS1b: /^Add: S1b\. /,
    free: "Add a free item",
    details: "Words, lead and rule",
    moved: /is now number 1 of 3/,
    at: "10:15",
    save: "Save the agenda",
    saved: "The agenda was saved.",
    unchanged: "Nothing was changed.",
    over: /10 minutes more than the meeting has/,
    meanwhile: "Somebody else saved the agenda meanwhile.",
    clean: /both are put together below/,
    choose: /choose for each/,
    mine: /^Yours/,
    go: "Go on with both",
    propose: "Propose an item",
    send: "Propose it",
    sent: /^Proposed\. The host/,
    off: "Leave off: Not this time",
    sendOff: "Leave it off",
    accept: "Put in order: A word on funding",
    declined: /Left off by the host on .*: There is no time for it\./,
    notReached: "Not reached",
    mark: "Save what was reached",
    marked: "What was reached was saved.",
    takeOver: "Take over what was not reached",
    taken: "Taken over, at the end of the agenda.",
    inherited: "Inherited",
    on: "On the agenda:",
    minutes: "Minutes",
  },
  fr: {
    desk: "Préparer l’ordre du jour",
    agenda: "Ordre du jour",
    search: "Chercher par mots ou numéro",
    addG2: /^Ajouter\s: G2\. /,
    addS1b: /^Ajouter\s: S1b\. /,
    free: "Ajouter un point libre",
    details: "Texte, responsable et règle",
    moved: /est maintenant le numéro 1 sur 3/,
    at: "10 h 15",
    save: "Enregistrer l’ordre du jour",
    saved: "L’ordre du jour est enregistré.",
    unchanged: "Rien n’a changé.",
    over: /10 minutes de plus que la séance/,
    meanwhile: "Une autre personne a enregistré l’ordre du jour entre-temps.",
    clean: /les deux sont réunis ci-dessous/,
    choose: /choisissez pour chacun/,
    mine: /^La vôtre/,
    go: "Continuer avec les deux",
    propose: "Proposer un point",
    send: "Proposer",
    sent: /^Proposé\. L’hôte/,
    off: "Écarter : Not this time",
    sendOff: "L’écarter",
    accept: "Inscrire : A word on funding",
    declined: /Écarté par l’hôte le .* : There is no time for it\./,
    notReached: "Non abordé",
    mark: "Enregistrer ce qui a été abordé",
    marked: "Ce qui a été abordé est enregistré.",
    takeOver: "Reprendre ce qui n’a pas été abordé",
    taken: "Repris à la fin de l’ordre du jour.",
    inherited: "Reporté",
    on: "À l’ordre du jour",
    minutes: "Minutes",
  },
} as const;
type Texts = (typeof texts)["en" | "fr"];

const host = "prairie-horizon";
const invited = ["prairie-horizon", "red-cedar", "kettle-rapids"];
const planting = { host, invited };

const press = async (page: Page, name: string | RegExp, key = "Enter") => {
  await page.getByRole("button", { name, exact: typeof name === "string" }).focus();
  await page.keyboard.press(key);
};
/** The items as they stand on the desk or on the page, in order. */
const items = (page: Page) =>
  page.locator("#agenda-items, #agenda-title").locator("xpath=ancestor::section").locator("ol > li:visible");
const minutesOf = (page: Page, place: number, t: Texts) =>
  items(page).nth(place).getByLabel(t.minutes, { exact: true });
const save = async (page: Page, t: Texts) => {
  await page.getByRole("button", { name: t.save }).click();
  await expect(page.getByText(t.unchanged)).toBeVisible();
};

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];

  test(`an agenda is made of recommendations by keyboard alone, read by members and printed (${locale})`, async ({
    as,
    own,
  }) => {
    const slug = `order-${locale}`;
    await plantBriefing(own.superUrl, { slug, inDays: 40, ...planting });
    const convener = await as("convener@demo.example", { locale });
    await convener.goto(`/${locale}/briefings/${slug}/agenda`);
    await expect(convener.getByRole("heading", { level: 1, name: t.desk })).toBeVisible();
    await expectAccessible(convener);
    await convener.getByLabel(t.search).fill("G2");
    await press(convener, t.addG2);
    await convener.getByLabel(t.search).fill("S1b");
    await press(convener, t.addS1b);
    await press(convener, t.free);
    await expect(items(convener)).toHaveCount(3);
    await items(convener).nth(2).getByText(t.details).focus();
    await convener.keyboard.press("Enter");
    await items(convener).nth(2).locator(`[name$=".title.${locale}"]`).fill("The date of the next one");
    await minutesOf(convener, 2, t).focus();
    await convener.keyboard.press("Alt+ArrowUp");
    await convener.keyboard.press("Alt+ArrowUp");
    await expect(convener.getByRole("status").filter({ hasText: t.moved })).toHaveCount(1);
    await expect(minutesOf(convener, 0, t)).toBeFocused();
    await expect(items(convener).nth(1)).toContainText(t.at);
    await minutesOf(convener, 1, t).fill("40");
    await expect(convener.getByText(t.over)).toBeVisible();
    await expectAccessible(convener);
    await convener.reload();
    await expect(minutesOf(convener, 1, t), "what was not saved yet is kept").toHaveValue("40");
    await press(convener, t.save);
    await expect(convener.getByText(t.saved).last()).toBeVisible();

    const member = await as("rep.red-cedar@demo.example", { locale, width: 360 });
    await member.goto(`/${locale}/briefings/${slug}/agenda`);
    await expect(items(member)).toHaveCount(3);
    await expect(items(member).first()).toContainText("The date of the next one");
    await expect(items(member).nth(1)).toContainText("G2");
    await expect(member.getByText(t.over)).toBeVisible();
    await expectAccessible(member);
    await member.goto(`/${locale}/agenda#G2`);
    await expect(member.locator("#G2")).toContainText(t.on);
    await convener.emulateMedia({ media: "print" });
    await convener.reload();
    await expect(convener.getByRole("heading", { level: 2, name: t.agenda, exact: true })).toBeVisible();
    await expect(convener.getByRole("button", { name: t.save })).toBeHidden();
  });

  test(`two people who prepare one agenda lose nothing of each other (${locale})`, async ({ as, own }) => {
    const slug = `both-${locale}`;
    await plantBriefing(own.superUrl, { slug, inDays: 41, items: ["First", "Second"], ...planting });
    const one = await as("convener@demo.example", { locale });
    const other = await as("signatory.prairie-horizon@demo.example", { locale });
    for (const page of [one, other]) await page.goto(`/${locale}/briefings/${slug}/agenda`);
    await minutesOf(other, 0, t).fill("25");
    await save(other, t);
    await minutesOf(one, 1, t).fill("5");
    await one.getByRole("button", { name: t.save }).click();
    await expect(one.getByText(t.meanwhile)).toBeVisible();
    await expect(one.getByText(t.clean)).toBeVisible();
    await expectAccessible(one);
    await one.getByRole("button", { name: t.go }).click();
    await expect(minutesOf(one, 0, t)).toHaveValue("25");
    await expect(minutesOf(one, 1, t)).toHaveValue("5");
    await save(one, t);

    await other.reload();
    await minutesOf(other, 0, t).fill("26");
    await save(other, t);
    await minutesOf(one, 0, t).fill("27");
    await one.getByRole("button", { name: t.save }).click();
    await expect(one.getByText(t.choose)).toBeVisible();
    await one.getByRole("radio", { name: t.mine }).check();
    await one.getByRole("button", { name: t.go }).click();
    await save(one, t);
    await other.reload();
    await expect(minutesOf(other, 0, t)).toHaveValue("27");
  });

  test(`members propose items, which the host puts in order or leaves off with a reason (${locale})`, async ({
    as,
    own,
  }) => {
    const slug = `call-${locale}`;
    await plantBriefing(own.superUrl, { slug, inDays: 42, ...planting });
    const member = await as("rep.red-cedar@demo.example", { locale });
    await member.goto(`/${locale}/briefings/${slug}/agenda`);
    for (const title of ["Not this time", "A word on funding"]) {
      if (!(await member.locator('[name="title.en"]').isVisible()))
        await member.getByText(t.propose, { exact: true }).click();
      await member.locator('[name="title.en"]').fill(title);
      await member.getByRole("button", { name: t.send, exact: true }).click();
      await expect(member.getByText(t.sent).last()).toBeVisible();
      await expect(member.getByRole("listitem").filter({ hasText: title })).toBeVisible();
    }
    await expectAccessible(member);
    const convener = await as("convener@demo.example", { locale });
    await convener.goto(`/${locale}/briefings/${slug}/agenda`);
    await convener.getByRole("button", { name: t.off }).click();
    await convener.locator('[id$=".en"][name="reason.en"]').fill("There is no time for it.");
    await expectAccessible(convener);
    await convener.getByRole("button", { name: t.sendOff, exact: true }).click();
    await expect(convener.getByRole("button", { name: t.off })).toHaveCount(0);
    await convener.getByRole("button", { name: t.accept }).click();
    await save(convener, t);
    await member.reload();
    await expect(items(member).first()).toContainText("A word on funding");
    await expect(member.getByText(t.declined)).toBeVisible();
  });

  test(`what a meeting did not reach, the next one takes over (${locale})`, async ({ as, own }) => {
    const [past, next] = [`past-${locale}`, `next-${locale}`];
    await plantBriefing(own.superUrl, { slug: past, inDays: -10, items: ["Reached", "Left over"], ...planting });
    await plantBriefing(own.superUrl, { slug: next, inDays: 43, follows: past, ...planting });
    const convener = await as("convener@demo.example", { locale });
    await convener.goto(`/${locale}/briefings/${past}/agenda`);
    await convener.getByLabel("Reached", { exact: true }).selectOption("reached");
    await convener.getByLabel("Left over").selectOption({ label: t.notReached });
    await expectAccessible(convener);
    await convener.getByRole("button", { name: t.mark }).click();
    await expect(convener.getByText(t.marked).last()).toBeVisible();
    await convener.goto(`/${locale}/briefings/${next}/agenda`);
    await convener.getByRole("button", { name: t.takeOver }).click();
    await expect(convener.getByText(t.taken).last()).toBeVisible();
    await expect(items(convener)).toHaveCount(2);
    const member = await as("rep.kettle-rapids@demo.example", { locale });
    await member.goto(`/${locale}/briefings/${next}/agenda`);
    await expect(items(member).filter({ hasText: "Left over" })).toContainText(t.inherited);
    await expectAccessible(member);
  });
}
