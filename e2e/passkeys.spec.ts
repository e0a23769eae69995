import type { Page } from "@playwright/test";
import { ageSignIn } from "../tests/support/age-sign-in";
import { expect, expectAccessible, test } from "../tests/support/journey";

const texts = {
  en: {
    person: "signatory.northern-lantern@demo.example",
    name: "Name",
    add: "Add the passkey",
    added: "“Work laptop” is added.",
    cancelled: /^No passkey was made/,
    confirm: "Confirm with a passkey",
    unused: /^The passkey was not used/,
    confirmed: /^Confirmed\. You can sign/,
    byMail: "Confirm by mail instead",
    again: "Sign in again",
    rename: "Rename “Work laptop”",
    save: "Save the name",
    renamed: "It is called “Old laptop” now.",
    remove: "Remove “Old laptop”",
    removeIt: "Remove",
    removed: "“Old laptop” is removed.",
    needsFresh: /asks for a sign-in of the last 10 minutes/,
    newName: "Old laptop",
    device: "Work laptop",
  },
  fr: {
    person: "signatory.lac-aux-brumes@demo.example",
    name: "Nom",
    add: "Ajouter la clé d’accès",
    added: "La clé «\u00a0Portable\u00a0» est ajoutée.",
    cancelled: /^Aucune clé d’accès n’a été créée/,
    confirm: "Confirmer avec une clé d’accès",
    unused: /^La clé d’accès n’a pas servi/,
    confirmed: /^Identité confirmée/,
    byMail: "Confirmer plutôt par courriel",
    again: "Se reconnecter",
    rename: "Renommer «\u00a0Portable\u00a0»",
    save: "Enregistrer le nom",
    renamed: "Elle s’appelle maintenant «\u00a0Ancien portable\u00a0».",
    remove: "Retirer «\u00a0Ancien portable\u00a0»",
    removeIt: "Retirer",
    removed: "La clé «\u00a0Ancien portable\u00a0» est retirée.",
    needsFresh: /exige une connexion d’au plus 10 minutes/,
    newName: "Ancien portable",
    device: "Portable",
  },
} as const;

/** A device with a fingerprint reader, as Chromium can pretend to have one. */
async function attachDevice(page: Page) {
  const cdp = await page.context().newCDPSession(page);
  await cdp.send("WebAuthn.enable");
  const { authenticatorId } = await cdp.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return {
    /** Whether the finger fits. */
    fits: (isUserVerified: boolean) => cdp.send("WebAuthn.setUserVerified", { authenticatorId, isUserVerified }),
  };
}

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];

  test(`a passkey is added, confirms a commitment on the page itself, is renamed and removed (${locale})`, async ({
    as,
  }) => {
    const page = await as(t.person, { locale, dark: locale === "fr" });
    const device = await attachDevice(page);
    await page.goto(`/${locale}/account/passkeys`);
    await expectAccessible(page);
    const name = page.getByRole("textbox", { name: t.name });
    await name.fill(t.device);

    // A finger that does not fit: nothing is made, and what was typed stays.
    await device.fits(false);
    await page.getByRole("button", { name: t.add }).click();
    await expect(page.getByText(t.cancelled)).toBeVisible();
    await expect(name).toHaveValue(t.device);
    await device.fits(true);
    await page.getByRole("button", { name: t.add }).click();
    await expect(page.getByText(t.added).first()).toBeVisible();
    await expect(page.getByRole("rowheader", { name: t.device })).toBeVisible();
    await expectAccessible(page);

    await ageSignIn(t.person);
    await page.reload();
    await expect(page.getByText(t.needsFresh)).toBeVisible();
    await expect(page.getByRole("link", { name: t.byMail })).toBeVisible();
    const held = (await page.context().cookies()).find((it) => it.name === "concerted-session")?.value;
    await device.fits(false);
    await page.getByRole("button", { name: t.confirm }).click();
    await expect(page.getByText(t.unused)).toBeVisible();
    await expectAccessible(page);
    expect(await (await page.request.get("/api/v1/me")).json()).toMatchObject({ may: { commitNow: false } });

    await device.fits(true);
    await page.getByRole("button", { name: t.confirm }).press("Enter");
    await expect(page.getByText(t.confirmed).first()).toBeVisible();
    await expect(page.getByRole("button", { name: t.add })).toBeVisible();
    expect(await (await page.request.get("/api/v1/me")).json()).toMatchObject({ may: { commitNow: true } });
    const after = (await page.context().cookies()).find((it) => it.name === "concerted-session")?.value;
    expect(after, "a cookie seen before is worth nothing after").not.toBe(held);

    await page.getByRole("button", { name: t.rename }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("textbox").fill(t.newName);
    await dialog.getByRole("button", { name: t.save }).click();
    await expect(page.getByText(t.renamed).first()).toBeVisible();
    await page.getByRole("button", { name: t.remove }).click();
    await expectAccessible(page);
    await dialog.getByRole("button", { name: t.removeIt, exact: true }).click();
    await expect(page.getByText(t.removed).first()).toBeVisible();

    await ageSignIn(t.person);
    await page.reload();
    await expect(page.getByRole("link", { name: t.again })).toBeVisible();
    await expect(page.getByRole("button", { name: t.confirm })).toHaveCount(0);
  });
}
