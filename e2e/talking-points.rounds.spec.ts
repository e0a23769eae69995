import { expect, expectAccessible, test } from "../tests/support/servers/isolated-server";

// Other journeys give the same texts new versions, with which a round begins anew.
test.use({ network: "rounds" });

const texts = {
  en: {
    point: "watch-report-speak",
    lead: "small-shoulders",
    open: null,
    until: /may be used orally unless a member objects by/,
    left: /working days? left after today|It closes today/,
    object: "Object to oral use",
    reason: "“Report” names a body that nobody has asked.",
    stop: "Stop the round",
    stopped: "The round is stopped.",
    byOne: /^Stopped by one objection on [^,]*\.$/,
    byName: /^Stopped by one objection on .*, from Saltmarsh/,
    decide: "Reword it",
    decided: "Noted.",
    follows: "What follows: other wording.",
    marks: "Mark clauses in private",
    convenerLink: "Who walks away",
    clause: "Clause 3",
    cannot: "Cannot sign",
    save: "Save the mark on clause 3",
    saved: "Clause 3: mark saved.",
    returns: /If it is dropped, .*Saltmarsh/,
    dropped: "dropped",
    returning: /^Returning: .*Saltmarsh/,
    marked: /\d+ of \d+ have marked\./,
  },
  fr: {
    point: "law-by-practice",
    lead: "lodestar-law",
    open: {
      fold: "Ouvrir une procédure de non-objection",
      send: /^Ouvrir la procédure sur la version \d$/,
      done: "La procédure est ouverte.",
    },
    until: /pourra servir à l’oral, à moins qu’un membre ne s’y oppose/,
    left: /Il reste \d+ jours? ouvrables? après aujourd’hui|Elle se termine aujourd’hui/,
    object: "S’opposer à l’usage oral",
    reason: "« Signaler » nomme un organe que nul n’a saisi.",
    stop: "Arrêter la procédure",
    stopped: "La procédure est arrêtée.",
    byOne: /^Arrêtée par une objection le [^,]*\.$/,
    byName: /^Arrêtée par une objection le .*, de la part de /,
    decide: "Le reformuler",
    decided: "C’est noté.",
    follows: "Suite : une autre formulation.",
    marks: "Donner un avis privé sur les passages",
    convenerLink: "Qui s’en va",
    clause: "Passage 3",
    cannot: "Ne peut signer",
    save: "Enregistrer l’avis sur le passage 3",
    saved: "Passage 3 : avis enregistré.",
    returns: /S’il est retiré, revien(t|nent)\s: .*Eaux-Calmes/,
    dropped: "retiré",
    returning: /^Revien(t|nent)\s: .*Eaux-Calmes/,
    marked: /\d+ sur \d+ ont donné un avis\./,
  },
} as const;

for (const locale of ["en", "fr"] as const) {
  test(`a round that runs, or was just opened, is stopped by one objection whose name stays with the convener, in ${locale}`, async ({
    as,
  }) => {
    test.setTimeout(300_000);
    const t = texts[locale];
    const address = `/${locale}/talking-points/${t.point}`;
    const lead = await as(`signatory.${t.lead}@demo.example`, { locale });
    if (t.open) {
      await lead.goto(address);
      await lead.getByText(t.open.fold, { exact: true }).click();
      await expectAccessible(lead);
      await lead.getByRole("button", { name: t.open.send }).click();
      await expect(lead.getByText(t.open.done)).toBeVisible();
    }

    const signer = await as("signatory.saltmarsh@demo.example", { locale });
    await signer.goto(address);
    await expect(signer.getByText(t.until)).toBeVisible();
    await expect(signer.getByText(t.left)).toBeVisible();
    await signer.getByText(t.object, { exact: true }).click();
    await signer.locator(`#rounds [name="reason.${locale}"]`).fill(t.reason);
    await expectAccessible(signer);
    await signer.getByRole("button", { name: t.stop }).click();
    await expect(signer.getByText(t.stopped)).toBeVisible();
    await expect(signer.getByText(t.byName).first()).toBeVisible();

    await lead.goto(address);
    await expect(lead.getByText(t.byOne)).toBeVisible();
    await expect(lead.getByText(t.byName)).toHaveCount(0);
    await lead.getByRole("button", { name: t.decide }).click();
    await expect(lead.getByText(t.decided)).toBeVisible();
    await expect(lead.locator("#rounds").getByText(t.follows)).toBeVisible();
    await expectAccessible(lead);

    const convener = await as("convener@demo.example", { locale });
    await convener.goto(address);
    await expect(convener.getByText(t.byName).first()).toBeVisible();
  });

  test(`a clause is marked in private, and the convener reads who returns without it, in ${locale}`, async ({ as }) => {
    test.setTimeout(300_000);
    const t = texts[locale];
    const address = `/${locale}/talking-points/no-licence-for-force`;
    const signer = await as("signatory.still-waters@demo.example", { locale });
    await signer.goto(address);
    await signer.getByRole("link", { name: t.marks }).click();
    await expect(signer.getByText(t.marked)).toBeVisible();
    await signer.getByLabel(t.clause, { exact: true }).selectOption({ label: t.cannot });
    await signer.getByRole("button", { name: t.save }).click();
    await expect(signer.getByText(t.saved)).toBeVisible();
    await expectAccessible(signer);
    await signer.goto(address);
    await expect(signer.locator("#clause-3 .note-private").getByText(t.cannot)).toBeVisible();

    const other = await as("signatory.driftwood@demo.example", { locale });
    await other.goto(address);
    await expect(other.locator("#clause-3 .note-private").getByText(t.cannot)).toHaveCount(0);

    const convener = await as("convener@demo.example", { locale });
    await convener.goto(address);
    await convener.getByRole("link", { name: t.convenerLink }).click();
    await expect(
      convener.getByText(locale === "en" ? /If it is dropped, .*Still Waters/ : t.returns).first(),
    ).toBeVisible();
    await convener.locator("select[name='clause-3']").selectOption({ label: t.dropped });
    await expect(convener.getByText(locale === "en" ? /^Returning: .*Still Waters/ : t.returning)).toBeVisible();
    await expectAccessible(convener);
  });
}
