import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import enUi from "@/locales/en/ui.json";
import frUi from "@/locales/fr/ui.json";
import { BilingualField, bindLanguages } from "./bilingual-field";

const messages = { en: { ui: enUi }, fr: { ui: frUi } };
const render = (piece: ReactNode, locale: "en" | "fr") =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="UTC">
      {piece}
    </NextIntlClientProvider>,
  );

/** Languages of the controls that are marked as wrong. */
const wrongIn = (html: string) => [...html.matchAll(/aria-invalid="true"[^>]* lang="(\w+)"/g)].map(([, lang]) => lang);
const ignore = () => undefined;
const noErrors = () => undefined;

test.each(["en", "fr"] as const)("an error about the pair stands at the reader's language, read in %s", (locale) => {
  const errorAt = (field: string) => (field === "reason" ? "Write it in one language at least." : undefined);
  const html = render(<BilingualField name="reason" label="Reasons" errorAt={errorAt} />, locale);
  expect(wrongIn(html)).toEqual([locale]);
});

test("an error about one language stands there, whatever the reader reads", () => {
  const errorAt = (field: string) => (field === "reason.fr" ? "150 words at most." : undefined);
  const html = render(<BilingualField name="reason" label="Reasons" rows={3} errorAt={errorAt} />, "en");
  expect(wrongIn(html)).toEqual(["fr"]);
});

test("an optional text says where its translation is missing, and says nothing while both are empty or written", () => {
  const gapsOf = (values: Record<string, string>) =>
    render(
      <BilingualField
        name="reason"
        label="Reasons"
        required={false}
        bind={bindLanguages("reason", values, ignore)}
        errorAt={noErrors}
      />,
      "en",
    ).match(/Nothing in \w+ yet\./g);
  expect(gapsOf({})).toBeNull();
  expect(gapsOf({ "reason.en": "Because." })).toEqual(["Nothing in French yet."]);
  expect(gapsOf({ "reason.fr": "Parce que." })).toEqual(["Nothing in English yet."]);
  expect(gapsOf({ "reason.en": "Because.", "reason.fr": "Parce que." })).toBeNull();
});

test("without a label of their own the fields have theirs, the reader's language first", () => {
  const labels = { en: "Name in English", fr: "Name in French" };
  const html = render(<BilingualField name="name" labels={labels} errorAt={noErrors} />, "fr");
  expect([...html.matchAll(/ name="([\w.]+)"/g)].map(([, name]) => name)).toEqual(["name.fr", "name.en"]);
  expect(html).not.toContain("fieldset");
  expect(html).toContain('<label for="name.fr">Name in French</label>');
});
