import { expect, expectAccessible, test } from "../tests/support/journey";

const texts = {
  en: {
    as: "signatory.kettle-rapids@demo.example",
    joiner: "Kettle Rapids",
    owner: "still-waters",
    proposition: "transnational-links",
    fold: /^Join this reservation for Kettle Rapids/,
    join: "Join the reservation",
    joined: /has joined the reservation/,
    by: /Joined by 1 organization/,
    leave: /^Take it back for/,
    explainer: "signatory.grey-heron@demo.example",
    explained: "/positions/grey-heron/africa-first",
    explainFold: "Explain this position",
    language: "English",
    why: "Contingents are sent by people who will not be asked again.",
    explain: "Put the explanation on record",
    head: "Explanation of position",
    title: "Reservations of others that it joined",
  },
  fr: {
    as: "signatory.tamarack-relief@demo.example",
    joiner: "Tamarac",
    owner: "driftwood",
    proposition: "africa-first",
    fold: /^Se joindre à cette réserve au nom de/,
    join: "Se joindre à la réserve",
    joined: /s’est jointe à la réserve/,
    by: /1 organisation s’y joint/,
    leave: /^Retirer l’adhésion de/,
    explainer: "signatory.lac-aux-brumes@demo.example",
    explained: "/positions/lac-aux-brumes/unsc-r2p-committee",
    explainFold: "Expliquer cette position",
    language: "Français",
    why: "Un comité qui publie ses documents de travail rend service à tous.",
    explain: "Verser l’explication au dossier",
    head: "Explication de position",
    title: "Réserves d’autres organisations auxquelles elle s’est jointe",
  },
} as const;

for (const locale of ["en", "fr"] as const) {
  const t = texts[locale];

  test(`a reservation is joined by another organization, read with it, and left again (${locale})`, async ({ as }) => {
    const place = `/${locale}/positions/${t.owner}/${t.proposition}`;
    const signatory = await as(t.as, { locale });
    await signatory.goto(place);
    await signatory.getByText(t.fold).first().click();
    await expectAccessible(signatory);
    await signatory.getByRole("button", { name: t.join, exact: true }).click();
    await expect(signatory.getByText(t.joined).first()).toBeVisible();
    await expect(signatory.getByText(t.by).first()).toBeVisible();

    const reader = await as("rep.saltmarsh@demo.example", { locale });
    await reader.goto(`/${locale}/propositions/${t.proposition}`);
    await expect(reader.getByText(t.by).first()).toBeVisible();
    await expectAccessible(reader);
    const visitor = await as(null, { locale });
    await visitor.goto(place);
    await expect(visitor.getByRole("heading", { level: 1 })).toBeVisible();
    await expect(visitor.getByText(t.by), "shown to the network alone").toHaveCount(0);

    await signatory.getByRole("button", { name: t.leave }).click();
    await expect(signatory.getByText(t.by)).toHaveCount(0);
    await expect(signatory.getByText(t.fold).first()).toBeVisible();
  });

  test(`an explanation is put on record, kept while it is typed, and read with the position (${locale})`, async ({
    as,
  }) => {
    const signatory = await as(t.explainer, { locale });
    await signatory.goto(`/${locale}${t.explained}`);
    await signatory.getByText(t.explainFold, { exact: true }).click();
    await signatory.getByRole("textbox", { name: t.language }).fill(t.why);
    await signatory.reload();
    await signatory.getByText(t.explainFold, { exact: true }).click();
    await expect(signatory.getByRole("textbox", { name: t.language })).toHaveValue(t.why);
    await expectAccessible(signatory);
    await signatory.getByRole("button", { name: t.explain }).click();
    await expect(signatory.getByText(t.head, { exact: true }).first()).toBeVisible();

    const reader = await as("rep.saltmarsh@demo.example", { locale });
    await reader.goto(`/${locale}${t.explained}`);
    await expect(reader.getByText(t.why).first()).toBeVisible();
    await expectAccessible(reader);
  });
}

test("an organization's page says which reservations of others it joined", async ({ as }) => {
  for (const locale of ["en", "fr"] as const) {
    const page = await as("rep.saltmarsh@demo.example", { locale });
    await page.goto(`/${locale}/organizations/lac-aux-brumes`);
    await expect(page.getByRole("heading", { name: texts[locale].title })).toBeVisible();
    await expectAccessible(page);
  }
});
