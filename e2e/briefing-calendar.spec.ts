import type { Page } from "@playwright/test";
import { readCalendar } from "../tests/support/read-calendar";
import { expect, expectAccessible, test } from "../tests/support/servers/isolated-server";

const texts = {
  en: {
    section: "In your calendar",
    coming: "Coming",
    names: "Who comes",
    save: "Save the answer",
    saved: "Saved. The host can read it.",
    who: "Who comes",
    fold: "Move or cancel it",
    day: "New day",
    time: "New time",
    move: "Move the meeting",
    moved: "Moved. Those invited are told by mail.",
    cancel: "Cancel the meeting",
    reason: "Reason",
    confirm: "Cancel it",
    cancelled: "Cancelled. Those invited are told by mail.",
    make: "Make a link",
    made: "Your calendar link",
    done: "Done",
    end: "End the link",
    ended: "The link opens nothing any more.",
  },
  fr: {
    section: "Dans votre calendrier",
    coming: "Vient",
    names: "Qui vient",
    save: "Enregistrer la réponse",
    saved: "Enregistré. L’hôte peut le lire.",
    who: "Qui vient",
    fold: "La déplacer ou l’annuler",
    day: "Nouveau jour",
    time: "Nouvelle heure",
    move: "Déplacer la séance",
    moved: "Déplacée. Les personnes invitées l’apprennent par courriel.",
    cancel: "Annuler la séance",
    reason: "Motif",
    confirm: "L’annuler",
    cancelled: "Annulée. Les personnes invitées l’apprennent par courriel.",
    make: "Créer un lien",
    made: "Votre lien de calendrier",
    done: "Terminé",
    end: "Mettre fin au lien",
    ended: "Le lien n’ouvre plus rien.",
  },
} as const;
type Texts = (typeof texts)["en" | "fr"];

/** One of the demonstration's meetings to come for each language, since the journey ends it. */
const meetings = { en: "foreign-affairs-2", fr: "foreign-affairs-2-caucus" } as const;
const host = "signatory.prairie-horizon@demo.example";
const guest = "signatory.red-cedar@demo.example";

type Kept = { to: string; calendar?: { method: string; content: string } };

/** The calendars that were mailed to this address, oldest first. */
async function calendarsTo(page: Page, address: string) {
  const { items } = (await (await page.request.get("/api/v1/outbox")).json()) as { items: Kept[] };
  return items
    .reverse()
    .flatMap(({ to, calendar }) => (to === address && calendar ? [readCalendar(calendar.content)] : []));
}

async function moveTo(page: Page, t: Texts, day: string, time: string) {
  await page.getByText(t.fold, { exact: true }).click();
  await page.getByLabel(t.day).fill(day);
  await page.getByLabel(t.time).fill(time);
  await page.getByRole("button", { name: t.move }).click();
  await expect(page.getByText(t.moved)).toBeVisible();
}

for (const locale of ["en", "fr"] as const) {
  test(`who comes is said, the meeting moved and cancelled, and calendars follow, in ${locale}`, async ({ as }) => {
    test.setTimeout(240_000);
    const t = texts[locale];
    const address = `/${locale}/briefings/${meetings[locale]}`;
    const answering = await as(guest, { locale });
    await answering.goto(address);
    await expect(answering.getByRole("heading", { name: t.section })).toBeVisible();
    await answering.getByRole("radio", { name: t.coming, exact: true }).check();
    await answering.getByRole("textbox", { name: t.names }).fill("Ana Roy\nZoé Côté");
    await expectAccessible(answering);
    await answering.getByRole("button", { name: t.save }).click();
    await expect(answering.getByText(t.saved)).toBeVisible();
    // Who comes is for the host alone: to others there is no such page.
    expect((await answering.goto(`${address}/attendance`))?.status()).toBe(404);

    const hosting = await as(host, { locale });
    await hosting.goto(address);
    await hosting.getByRole("link", { name: t.who }).click();
    await expect(hosting.getByText("Ana Roy, Zoé Côté")).toBeVisible();
    await expectAccessible(hosting);
    await hosting.goto(address);
    await moveTo(hosting, t, "2028-12-12", "09:30");
    await expectAccessible(hosting);
    await expect
      .poll(async () => (await calendarsTo(hosting, guest)).at(-1)?.events[0]?.starts, { timeout: 30_000 })
      .toMatchObject({
        wall: "2028-12-12T09:30:00",
      });

    await hosting.getByRole("button", { name: t.cancel }).click();
    await hosting.getByRole("dialog").getByRole("textbox", { name: t.reason }).fill("Personne ne peut venir.");
    await expectAccessible(hosting);
    await hosting.getByRole("dialog").getByRole("button", { name: t.confirm }).click();
    await expect(hosting.getByText(t.cancelled)).toBeVisible();
    await expect
      .poll(async () => (await calendarsTo(hosting, guest)).at(-1)?.method, { timeout: 30_000 })
      .toBe("CANCEL");
    const [moved, ended] = (await calendarsTo(hosting, guest)).slice(-2).map((it) => it.events[0]);
    expect(ended?.uid).toBe(moved?.uid);
    expect(Number(ended?.sequence)).toBeGreaterThan(Number(moved?.sequence));
  });

  test(`a private calendar link is made, followed and ended, in ${locale}`, async ({ as }) => {
    const t = texts[locale];
    const page = await as(guest, { locale });
    await page.goto(`/${locale}/account/calendar`);
    await expectAccessible(page);
    await page.getByRole("button", { name: t.make }).click();
    const link = await page.getByRole("textbox", { name: t.made }).inputValue();
    await expectAccessible(page);
    const reader = await as(null);
    const read = () => reader.request.get(link);
    const answer = await read();
    expect(answer.status()).toBe(200);
    expect(readCalendar(await answer.text()).events.length).toBeGreaterThan(0);
    const known = await reader.request.get(link, { headers: { "if-none-match": answer.headers().etag ?? "" } });
    expect(known.status()).toBe(304);
    await page.getByRole("button", { name: t.done }).click();
    await page.getByRole("button", { name: t.end }).click();
    await page.getByRole("dialog").getByRole("button", { name: t.end }).click();
    await expect(page.getByText(t.ended)).toBeVisible();
    expect((await read()).status()).toBe(404);
  });
}
