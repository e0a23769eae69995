import type { Page } from "@playwright/test";
import { expect, expectAccessible, test } from "../tests/support/journey";
import { findLink, listLinks } from "../tests/support/mailed-links";

const texts = {
  en: {
    signIn: "Sign in",
    email: "E-mail address",
    send: "Send a link",
    as: /^Sign in\s+as /,
    decision: "Sign in to open decision 1a2b3c4d",
    other: "Français",
    signOut: "Sign out",
    more: "More",
  },
  fr: {
    signIn: "Se connecter",
    email: "Adresse de courriel",
    send: "Envoyer un lien",
    as: /^Se connecter\s+/,
    decision: "Se connecter pour ouvrir la décision 1a2b3c4d",
    other: "English",
    signOut: "Se déconnecter",
    more: "Plus",
  },
} as const;

const at = (page: Page) => {
  const { pathname, search } = new URL(page.url());
  return pathname + search;
};
const nextOn = (page: Page) => new URL(page.url()).searchParams.get("next");

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];
  const other = locale === "en" ? "fr" : "en";

  test(`whoever signs in from a page comes back to it as it was asked for, and stays there when signing out (${locale})`, async ({
    as,
  }) => {
    const page = await as(null, { locale });
    const asked = `/${locale}/agreement?theme=outreach`;
    await page.goto(asked);
    await page.getByRole("banner").getByRole("link", { name: t.signIn, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: t.signIn })).toBeVisible();
    expect(nextOn(page)).toBe(asked);
    await expectAccessible(page);
    // Elsewhere and back: the page follows, by script as well as by markup.
    await page.goBack();
    await expect(page).toHaveURL(asked);

    await page.getByRole("banner").getByRole("link", { name: t.signIn, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: t.signIn })).toBeVisible();
    await page.getByRole("banner").getByRole("link", { name: t.other }).click();
    await expect(page).toHaveURL(new RegExp(`/${other}/sign-in`));
    expect(nextOn(page), "the language switch turns the page asked for as well").toBe(
      `/${other}/agreement?theme=outreach`,
    );
    await page.goBack();
    await page.getByRole("main").getByRole("button", { name: t.as }).first().click();
    await expect(page).toHaveURL(asked);

    await page.getByRole("banner").getByRole("button").last().click();
    await page.getByRole("banner").getByRole("button", { name: t.signOut }).click();
    await expect(page).toHaveURL(asked);
    await expect(page.getByRole("banner").getByRole("link", { name: t.signIn, exact: true })).toBeVisible();
  });

  test(`a page of one’s own, opened signed out with its query, is opened by the link from the mail (${locale})`, async ({
    as,
  }) => {
    const email = `signatory.${locale === "en" ? "saltmarsh" : "driftwood"}@demo.example`;
    const page = await as(null, { locale, width: 360 });
    const before = await listLinks(page, email, /sign-in\/confirm/);
    const asked = `/${locale}/propositions/proposals?state=proposed`;
    await page.goto(asked);
    expect(nextOn(page)).toBe(asked);
    await page.getByLabel(t.email).fill(email);
    await page.getByRole("button", { name: t.send, exact: true }).click();
    await page.goto(await findLink(page, email, /sign-in\/confirm/, before));
    // The mail and the page it opens are in the language of the person, the page asked for in its own.
    await page.getByRole("main").getByRole("button").click();
    await expect(page).toHaveURL(asked);
  });

  test(`on a phone, and by a link of the register, the filters are kept through the mail (${locale})`, async ({
    as,
  }) => {
    const email = `rep.${locale === "en" ? "saltmarsh" : "driftwood"}@demo.example`;
    const page = await as(null, { locale, width: 360 });
    const before = await listLinks(page, email, /sign-in\/confirm/);
    const asked = `/${locale}/positions?organization=red-cedar&state=signed_off`;
    await page.goto(asked);
    await page.getByRole("button", { name: t.more, exact: true }).click();
    await page.getByRole("link", { name: t.signIn, exact: true }).last().click();
    await expect(page.getByLabel(t.email)).toBeVisible();
    expect(nextOn(page)).toBe(asked);
    await page.getByLabel(t.email).fill(email);
    await page.getByRole("button", { name: t.send, exact: true }).click();
    await page.goto(await findLink(page, email, /sign-in\/confirm/, before));
    // The mail and the page it opens are in the language of the person, the page asked for in its own.
    await page.getByRole("main").getByRole("button").click();
    await expect(page).toHaveURL(asked);
  });

  test(`the way in to a printed code says what for, and an address without a language keeps its query (${locale})`, async ({
    as,
  }) => {
    const page = await as(null, { locale });
    await page.goto(`/${locale}/decisions/1a2b3c4d?from=pack`);
    await expect(page.getByRole("heading", { level: 1, name: t.decision })).toBeVisible();
    expect(nextOn(page)).toBe(`/${locale}/decisions/1a2b3c4d?from=pack`);
    await expectAccessible(page);
    await page.goto("/agreement?theme=outreach");
    expect(at(page)).toBe(`/${locale}/agreement?theme=outreach`);
  });

  test(`a page that is not there for a visitor is asked for again after signing in (${locale})`, async ({ as }) => {
    const page = await as(null, { locale });
    const asked = `/${locale}/organizations/none?view=1`;
    await page.goto(asked);
    await page.getByRole("banner").getByRole("link", { name: t.signIn, exact: true }).click();
    await expect(page.getByRole("heading", { level: 1, name: t.signIn })).toBeVisible();
    expect(nextOn(page)).toBe(asked);
  });
}

test("a session that ended meanwhile leads through signing in and back to the same rows", async ({ as }) => {
  const page = await as("rep.driftwood@demo.example");
  const asked = "/en/organizations/driftwood/mandates?show=all";
  await page.goto(asked);
  await page.context().clearCookies({ name: "concerted-session" });
  await page.reload();
  expect(nextOn(page)).toBe(asked);
  await page.goto("/en/sign-in/ended?next=%2Fen%2Fpeople%3Fq%3Da");
  await page.getByRole("banner").getByRole("link", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL("/en/sign-in?next=%2Fen%2Fpeople%3Fq%3Da");
});
