import { expect, expectAccessible, test } from "../tests/support/servers/isolated-server";

const rewordings = {
  en: {
    slug: "sapg-support",
    link: "Give it other words",
    held: /stances that you can see were given for the words in force/,
    put: "Put version 2 in force",
    first: "Compare both languages and confirm",
    parity: /Both languages say the same/,
    inForce: /version 2/,
    asked: "Does it still stand?",
    confirm: "Confirm: it still stands",
    earlier: /given for version 1/i,
  },
  fr: {
    slug: "respond-to-misuse",
    link: "Le reformuler",
    held: /positions que vous pouvez voir ont été données pour les mots en vigueur/,
    put: "Mettre la version 2 en vigueur",
    first: "Comparez les deux langues et confirmez",
    parity: /Les deux langues disent la même chose/,
    inForce: /version 2/,
    asked: "La position tient-elle toujours?",
    confirm: /^Confirmer.*elle tient toujours/,
    earlier: /donnée pour la version 1/,
  },
} as const;

for (const locale of ["en", "fr"] as const) {
  const t = rewordings[locale];

  test(`other words for a proposition: what follows is said first, then each organization is asked and one confirms (${locale})`, async ({
    as,
  }) => {
    test.setTimeout(300_000);
    const convener = await as("convener@demo.example", { locale });
    await convener.goto(`/${locale}/propositions/${t.slug}`);
    await convener.getByRole("link", { name: t.link }).click();
    await expect(convener.getByText(t.held)).toBeVisible();
    const sentence = convener.locator(`[name="statement.${locale}"]`);
    await sentence.fill((await sentence.inputValue()).replace(/\.$/, locale === "en" ? ", at last." : ", enfin."));
    await expect(convener.locator("ins").first()).toBeVisible();
    await expectAccessible(convener);
    await convener.getByRole("button", { name: t.put }).click();
    await expect(convener.getByText(t.first).first()).toBeVisible();
    await convener.getByRole("checkbox", { name: t.parity }).check();
    await convener.getByRole("button", { name: t.put }).click();
    await expect(convener.getByText(t.inForce).first()).toBeVisible();

    const place = `/${locale}/positions/northern-lantern/${t.slug}`;
    const signatory = await as("signatory.northern-lantern@demo.example", { locale });
    await signatory.goto(place);
    await expect(signatory.getByRole("heading", { name: t.asked })).toBeVisible();
    await expect(signatory.getByText(t.earlier).first()).toBeVisible();
    await expect(signatory.locator("ins").first()).toBeVisible();
    await expectAccessible(signatory);
    await signatory.getByRole("button", { name: t.confirm }).click();
    await expect(signatory.getByRole("heading", { name: t.asked })).toHaveCount(0);
    const answer = await signatory.request.get(`/api/v1/positions/northern-lantern/${t.slug}`);
    expect(await answer.json()).toMatchObject({ standing: { propositionVersion: 2, earlierWording: false } });
    const other = await signatory.request.get(`/api/v1/positions/grey-heron/${t.slug}`);
    expect(await other.json(), "nobody else's is carried").toMatchObject({
      standing: { propositionVersion: 1, earlierWording: true },
    });
  });
}
