import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { OwnEndorsement } from "@/lib/talking-points/schema.endorsements";
import { en } from "@/locales/en";
import { fr } from "@/locales/fr";
import { WaitingAnswer } from "./waiting-answer";

const messages = { en, fr };
const text = { number: 2, clauses: [1, 2].map((number) => ({ key: `clause-${number}`, number })) };
const waiting: NonNullable<OwnEndorsement["waiting"]> = {
  ...{ version: 2, response: "endorse_with_reservation", usage: "will_not_contradict", clauses: ["clause-2"] },
  ...{ reservation: { en: "Except at sea.", fr: "Sauf en mer." }, reason: null, lift: null, publicly: true },
  ...{ anchor: { clause: "clause-2", text: { en: "these very words", fr: null } }, by: "Ada Park", mine: false },
};

test.each(["en", "fr"] as const)("the second signatory reads all that the first one signed: %s", (locale) => {
  const html = renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="America/Toronto">
      <WaitingAnswer waiting={waiting} text={text} />
    </NextIntlClientProvider>,
  );
  const said = messages[locale].talkingPoints;
  for (const words of ["Ada Park", "Except at sea.", "Sauf en mer.", "these very words"]) expect(html).toContain(words);
  expect(html).toContain(said.usage.will_not_contradict);
  expect(html).toContain(said.answer.isPublic.replaceAll("'", "&#x27;"));
  // Once of the clause that it is about, once of the one that it covers.
  expect(html.match(/(clause|passage)[ \u00a0]2/gi)).toHaveLength(2);
});
