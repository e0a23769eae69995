import { expect, expectAccessible, test } from "../tests/support/servers/isolated-server";

// Other journeys answer the same texts.
test.use({ network: "joins" });

const texts = {
  en: {
    point: "norm-step-by-step",
    of: "Driftwood Peacebuilding Working Group",
    join: "Join this reservation for Small Shoulders",
    sign: "Join the reservation",
    signed: /joined the reservation\.$/,
    joined: /^Joined by .*Small Shoulders/,
    leave: "Leave this reservation for Small Shoulders",
    leaveNow: "Leave the reservation",
    left: /no longer joins the reservation\.$/,
    marks: /^Mark the clauses in private: 0 of \d+ marked$/,
    clause: "Clause 2",
    cannot: "Cannot sign",
    save: "Save the mark on clause 2",
    saved: "Clause 2: mark saved.",
    marked: /^Mark the clauses in private: 1 of \d+ marked$/,
    retired: "adviser-resources",
    retire: "Retire",
    search: "Search titles and wording",
    word: "prevention comes",
    replacement: "Prevention comes first",
    found: "1 talking point found",
    done: "Retired.",
  },
  fr: {
    point: "law-by-practice",
    of: "Cercle Femmes et paix du Cèdre rouge",
    join: /^Partager cette réserve au nom de/,
    sign: "Partager la réserve",
    signed: /partage la réserve\.$/,
    joined: /^Partagée par /,
    leave: /^Ne plus partager cette réserve au nom de/,
    leaveNow: "Ne plus partager la réserve",
    left: /ne partage plus la réserve\.$/,
    marks: /^Donner un avis privé sur les passages\s: 0 sur \d+$/,
    clause: "Passage 2",
    cannot: "Ne peut signer",
    save: "Enregistrer l’avis sur le passage 2",
    saved: "Passage 2 : avis enregistré.",
    marked: /^Donner un avis privé sur les passages\s: 1 sur \d+$/,
    retired: "four-crimes-exactly",
    retire: "Retirer le point",
    search: "Chercher dans les titres et les formulations",
    word: "prévention d’abord",
    replacement: "La prévention d’abord",
    found: "1 point trouvé",
    done: "Point retiré.",
  },
} as const;

for (const locale of ["en", "fr"] as const) {
  test(`a reservation is shared and left, and clauses are marked where one answers, by keyboard, in ${locale}`, async ({
    as,
  }) => {
    test.setTimeout(300_000);
    const t = texts[locale];
    const signer = await as("signatory.small-shoulders@demo.example", { locale });
    await signer.goto(`/${locale}/talking-points/${t.point}`);
    const note = signer.locator("li.note").filter({ has: signer.getByRole("link", { name: t.of, exact: true }) });
    await note.locator("summary").filter({ hasText: t.join }).press("Enter");
    await expectAccessible(signer);
    await note.getByRole("button", { name: t.sign }).press("Enter");
    await expect(signer.getByText(t.signed).first()).toBeVisible();
    await expect(note.getByText(t.joined)).toBeVisible();

    await note.locator("summary").filter({ hasText: t.leave }).press("Enter");
    await expectAccessible(signer);
    await note.getByRole("button", { name: t.leaveNow }).press("Enter");
    await expect(signer.getByText(t.left).first()).toBeVisible();
    await expect(note.getByText(t.joined)).toHaveCount(0);
    await expect(note.locator("summary").filter({ hasText: t.join })).toBeVisible();

    const answer = signer.locator("#answer");
    await answer.locator("summary").filter({ hasText: t.marks }).press("Enter");
    await answer.getByLabel(t.clause, { exact: true }).selectOption({ label: t.cannot });
    const save = answer.getByRole("button", { name: t.save });
    await save.press("Enter");
    await expect(signer.getByText(t.saved)).toBeVisible();
    await expect(answer.locator("summary").filter({ hasText: t.marked })).toBeVisible();
    await expect(save).toBeFocused();
    await expectAccessible(signer);
  });

  test(`what takes the place of a retired point is found by its words among all, by keyboard, in ${locale}`, async ({
    as,
  }) => {
    test.setTimeout(300_000);
    const t = texts[locale];
    const convener = await as("convener@demo.example", { locale });
    await convener.goto(`/${locale}/talking-points/${t.retired}`);
    const fold = convener.locator("details").filter({ has: convener.locator("summary", { hasText: t.retire }) });
    await fold.locator("summary").press("Enter");
    await fold.getByRole("searchbox", { name: t.search }).fill(t.word);
    await expect(fold.getByText(t.found)).toBeVisible();
    await fold.getByRole("radio", { name: t.replacement }).press("Space");
    await fold.getByRole("searchbox", { name: t.search }).fill("");
    await expect(fold.getByRole("radio", { name: t.replacement })).toBeChecked();
    await expectAccessible(convener);
    await fold.locator('[name$="reason.en"], [name$="reason.fr"]').first().fill("Another text says it better.");
    await fold.getByRole("button", { name: t.retire }).press("Enter");
    await expect(convener.getByText(t.done, { exact: true }).first()).toBeVisible();
    await expect(convener.locator("#about").getByRole("link", { name: t.replacement })).toBeVisible();
  });
}
