import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import enStances from "@/locales/en/stances.json";
import enUi from "@/locales/en/ui.json";
import frStances from "@/locales/fr/stances.json";
import frUi from "@/locales/fr/ui.json";
import { Button } from "../ui/button";
import { Diff } from "../ui/diff";
import { Quote } from "../ui/quote";
import { Table } from "../ui/table";
import { TextField } from "../ui/text-field";
import { CategoryMark } from "./category-mark";
import { IntervalBar } from "./interval-bar";
import { StanceCards } from "./stance-cards";
import { StanceCell } from "./stance-cell";

const messages = { en: { ui: enUi, stances: enStances }, fr: { ui: frUi, stances: frStances } };
const render = (piece: ReactNode, locale: "en" | "fr" = "en") =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={messages[locale]} timeZone="UTC">
      {piece}
    </NextIntlClientProvider>,
  );

test("a button that may not be pressed keeps its place in the tab order, says why, and submits nothing", () => {
  const html = render(
    <Button type="submit" reason="Waits for the French of clause 3">
      Release
    </Button>,
  );
  expect(html).toContain('aria-disabled="true"');
  expect(html).not.toMatch(/<button[^>]* disabled/);
  expect(html).toContain('type="button"');
  const described = /aria-describedby="([^"]+)"/.exec(html)?.[1];
  expect(html).toContain(`id="${String(described)}" class="reason">Waits for the French of clause 3`);
});

test("a stance is told by shape and letter, and by a sentence where no word stands beside it", () => {
  expect(render(<StanceCell stance="support" label="Red Cedar: support" />, "fr")).toBe(
    '<span role="img" aria-label="Red Cedar: support" class="st st-s"><b>P</b></span>',
  );
  expect(render(<StanceCell stance="not_shown" />)).toBe('<span aria-hidden="true" class="st st-h"></span>');
});

test("no stance is chosen before a person chooses it", () => {
  const html = render(<StanceCards name="stance" label="Stance" />);
  expect(html.match(/type="radio"/g)).toHaveLength(6);
  expect(html).not.toContain("checked");
});

test("where some stances are hidden, no category is given", () => {
  const html = render(<CategoryMark category={null} />);
  expect(html).toContain("Some not shown");
  expect(html.match(/bar-/g)).toHaveLength(1);
});

test("the interval is a range in words, and never wider than the members", () => {
  const html = render(<IntervalBar stated={4} possible={10} of={14} />);
  expect(html).toContain("Stated support 4 of 14; 10 if everyone undecided or not recorded joined");
  expect(html).toContain("width:28.6%");
});

test("a wrong field says so to everyone, and ties the sentence to the control", () => {
  const html = render(<TextField name="email" label="E-mail" hint="A link is sent to it." error="Write an address." />);
  expect(html).toContain('aria-describedby="email-hint email-error"');
  expect(html).toContain('aria-invalid="true"');
  expect(html).toContain('id="email-error"');
});

test("a comparison says in words what it shows in colour", () => {
  const html = render(<Diff before="must report" after="should report" lang="en" />);
  expect(html).toContain('<del><span class="said">[removed: </span>must<span class="said">]</span></del>');
  expect(html).toContain('<ins><span class="said">[added: </span>should<span class="said">]</span></ins>');
});

test("quotation marks follow the language of the words", () => {
  expect(render(<Quote lang="fr">ainsi compris</Quote>)).toContain("«\u00a0<bdi>ainsi compris</bdi>\u00a0»");
  expect(render(<Quote>on that reading</Quote>)).toContain("“<bdi>on that reading</bdi>”");
});

test("words that begin with a quotation are not printed with two marks in a row", () => {
  expect(render(<Quote>“Report” names a body.</Quote>)).toContain("“<bdi>‘Report’ names a body.</bdi>”");
  expect(render(<Quote lang="fr">{"«\u00a0Signaler\u00a0» nomme un organe."}</Quote>)).toContain(
    "«\u00a0<bdi>“Signaler” nomme un organe.</bdi>\u00a0»",
  );
});

test("a table names its rows, its order and, for narrow screens, every cell", () => {
  const html = render(
    <Table
      caption="Propositions"
      columns={[
        {
          key: "title",
          label: "Proposition",
          cell: ({ title }) => title,
          head: true,
          sort: { href: "/?sort=title", direction: "ascending" },
        },
        { key: "count", label: "Support", cell: ({ count }) => count, numeric: true },
      ]}
      rows={[{ title: "Prevention comes first", count: 14 }]}
      rowKey={({ title }) => title}
    />,
  );
  expect(html).toContain('aria-sort="ascending"');
  expect(html).toContain('scope="row"');
  expect(html).toContain('data-label="Support"');
});
