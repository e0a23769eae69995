import { expect, expectAccessible, test } from "../tests/support/servers/isolated-server";

const texts = {
  en: {
    point: "answer-misuse",
    lead: "still-waters",
    clause: "Amend clause 2",
    words: "We correct the term, and we take no side in the conflict.",
    other: "Nous corrigeons le terme, et nous ne prenons pas parti dans le conflit.",
    summary: "One sentence instead of two",
    reason: "It is said in one breath.",
    open: "Open it for everybody",
    opened: "Opened. The lead was told.",
    desk: "Prepare the next version",
    send: /^Send to Red Cedar/,
    clean: "Clean",
    onlyOne: "Français",
    inOther: "Nous corrigeons le terme, et nous ne prenons pas parti dans le conflit.",
    sent: /^Sent\. .* is asked\.$/,
    agree: "We agree",
    answered: "Answered. Both are printed.",
    asks: /^This asks 10 organizations again, last asked \d+ days ago\.$/,
    make: "Make version 2",
    made: "Version 2 was made.",
    became: "What became of the amendments",
    taken: /Taken over in version 2\./,
    equal: /^Clause \d: both languages say the same$/,
    confirm: "Confirm for version 2",
    confirmed: /^Confirmed for/,
    stillOpen: /^Only what is still open/,
  },
  fr: {
    point: "watch-report-speak",
    lead: "small-shoulders",
    clause: "Amender le passage 1",
    words: "Il faut une voix qui surveille, rapporte et parle, sans attendre.",
    other: "We need a voice that watches, reports and speaks, without waiting.",
    summary: "Dire que cela presse",
    reason: "Le temps compte.",
    open: "Le soumettre à tous",
    opened: "Soumis. L’organisation responsable en est avisée.",
    desk: "Préparer la version suivante",
    send: /^Envoyer à .*Cèdre rouge/,
    clean: "Texte seul",
    onlyOne: "English",
    inOther: "We need a voice that watches, reports and speaks, without waiting.",
    sent: /^Envoyé\. .* est consultée\.$/,
    agree: "Nous sommes d’accord",
    answered: "Réponse donnée. Les deux sont imprimées.",
    asks: /^7 organisations sont consultées de nouveau; dernière consultation\s: il y a \d+ jours\.$/,
    make: "Établir la version 3",
    made: "La version 3 est établie.",
    became: "Ce que sont devenus les amendements",
    taken: /Repris dans la version 3\./,
    equal: /^Passage \d\s: les deux langues disent la même chose$/,
    confirm: "Confirmer pour la version 3",
    confirmed: /^Confirmé au nom de/,
    stillOpen: /^Seulement ce qui est encore ouvert/,
  },
} as const;

for (const locale of ["en", "fr"] as const) {
  test(`a text is amended, handled, consolidated in one step and confirmed, in ${locale}`, async ({ as }) => {
    test.setTimeout(300_000);
    const t = texts[locale];
    const theirs = locale === "en" ? "fr" : "en";
    const address = `/${locale}/talking-points/${t.point}`;

    const amender = await as("rep.red-cedar@demo.example", { locale });
    await amender.goto(address);
    await amender.getByRole("link", { name: t.clause }).click();
    await amender.getByRole("button", { name: t.open }).click();
    await expect(amender.locator(".notice-red")).toBeVisible();
    await expectAccessible(amender);
    const box = (name: string) => amender.locator(`[name="${name}"]`);
    await box(`words.${locale}`).fill(t.words);
    await box(`words.${theirs}`).fill(t.other);
    await box(`summary.${locale}`).fill(t.summary);
    await box(`reason.${locale}`).fill(t.reason);
    await amender.reload();
    await expect(box(`summary.${locale}`)).toHaveValue(t.summary);
    await amender.getByRole("button", { name: t.open }).click();
    await expect(amender.getByText(t.opened)).toBeVisible();
    await expect(amender.getByRole("heading", { level: 1, name: t.summary })).toBeVisible();
    await expectAccessible(amender);
    const own = new URL(amender.url()).pathname;

    const lead = await as(`signatory.${t.lead}@demo.example`, { locale });
    await lead.goto(`${address}/consolidation`);
    await lead.getByRole("button", { name: t.send }).click();
    await expect(lead.getByText(t.sent).first()).toBeVisible();

    await amender.goto(own);
    await amender.getByRole("button", { name: t.agree }).click();
    await expect(amender.getByText(t.answered)).toBeVisible();

    await lead.goto(`${address}?open=true`);
    await expect(lead.getByRole("link", { name: t.stillOpen })).toHaveAttribute("aria-current", "page");
    await lead.getByRole("link", { name: t.desk }).click();
    await expect(lead.getByText(t.asks)).toBeVisible();
    await expect(lead.locator("ins, del").first()).toBeVisible();
    await expectAccessible(lead);
    await lead.getByRole("link", { name: t.clean, exact: true }).click();
    await expect(lead.locator(".bg-sheet ins, .bg-sheet del")).toHaveCount(0);
    await lead.locator("main").getByRole("link", { name: t.onlyOne, exact: true }).click();
    await expect(lead.locator(".bg-sheet").getByText(t.inOther, { exact: true })).toBeVisible();
    await expect(lead.locator(".bg-sheet").getByText(t.words, { exact: true })).toHaveCount(0);
    await expectAccessible(lead);
    await lead.getByRole("button", { name: t.make }).click();
    await expect(lead.locator(".notice-red")).toBeVisible();
    await lead.locator(`[name="note.${locale}"]`).fill(t.summary);
    await lead.getByRole("button", { name: t.make }).click();
    await expect(lead.getByText(t.made)).toBeVisible();
    await lead.getByText(t.became).last().click();
    await expect(lead.getByText(t.taken).first()).toBeVisible();
    await expectAccessible(lead);

    const reader = await as("rep.kettle-rapids@demo.example", { locale });
    await reader.goto(address);
    for (const _ of [1, 2]) {
      const pending = reader.getByRole("button", { name: t.equal });
      const before = await pending.count();
      await pending.first().click();
      await expect(pending).toHaveCount(before - 1);
    }

    const endorser = await as("signatory.lodestar-law@demo.example", { locale });
    await endorser.goto(address);
    await endorser.getByRole("button", { name: t.confirm }).click();
    await expect(endorser.getByText(t.confirmed).first()).toBeVisible();
  });
}
