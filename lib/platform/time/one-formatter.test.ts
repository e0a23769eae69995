import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../../..");
const folders = ["app", "components", "lib", "bin", "prisma", "e2e"];
const generated = /(^|\/)(generated|node_modules|migrations|\.next)(\/|$)/;

const files = [...folders, "tests"].flatMap((folder) => {
  try {
    return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
      .map((it) => `${folder}/${it}`)
      .filter((it) => /\.(ts|tsx|mjs)$/.test(it) && !generated.test(it));
  } catch {
    // One of them comes with a later layout, and may not be there yet.
    return [];
  }
});

/** What would ask some other copy of the zone data, or write a date in a way of its own; and who may, with the reason. */
const rules: { fault: string; pattern: RegExp; allowed: RegExp }[] = [
  {
    fault: "makes a date format of its own: ask dateFormat",
    pattern: /\bDateTimeFormat\(|toLocale(Date|Time)?String\(|\bformat\.(dateTime|relativeTime|dateTimeRange)\(/,
    // The one; the health page, which compares the copies; and tests that take the platform for a second opinion.
    allowed: /\/(date-format|compare-copies|readiness\.test|offset-at\.test|second-reader\.test|clocks\.spec)\.ts$/,
  },
  { fault: "gives a range to Intl", pattern: /\.formatRange(ToParts)?\(/, allowed: /^$/ },
  { fault: "asks for hours that begin at 24", pattern: /\bhour12\s*:/, allowed: /^$/ },
  {
    fault: "gives next-intl a zone that it would convert with",
    pattern: /\btimeZone=(?!"UTC")|\bgetTimeZone\(|\buseTimeZone\(/,
    // Tests that render a piece by itself name a zone for the provider; the pieces convert nothing with it.
    allowed: /\.test\.tsx$/,
  },
  {
    fault: "looks a zone up in PostgreSQL's data",
    pattern: /AT TIME ZONE (?!'UTC')/,
    allowed: /\/(compare-copies|readiness\.test)\.ts$/,
  },
  {
    fault: "asks the machine which zones there are",
    pattern: /supportedValuesOf\("timeZone"\)|resolvedOptions\(\)\.timeZone/,
    allowed: /\/zone[\w-]*\.test\.ts$/,
  },
  {
    fault: "reads a clock of the machine's zone",
    pattern: /\.(get|set)(Hours|Date|Day|Month|FullYear|TimezoneOffset)\(/,
    allowed: /\/(law-texts|load-demonstration\.test)\.ts$/,
  },
  {
    fault: "brings a library with rules of its own for wall times",
    pattern: /from "(luxon|dayjs|moment|moment-timezone|date-fns[^"]*|@date-fns\/tz|@js-temporal[^"]*)"/,
    allowed: /^$/,
  },
];

const self = path
  .relative(root, import.meta.filename)
  .split(path.sep)
  .join("/");

const faultsOf = (file: string, text: string) =>
  rules
    .filter(({ pattern, allowed }) => pattern.test(text) && !allowed.test(file))
    .map(({ fault }) => `${file}: ${fault}`);

test("no file asks another copy of the zone data, or writes a date in a way of its own", () => {
  expect(files.length).toBeGreaterThan(500);
  const faults = files
    .filter((file) => file !== self)
    .flatMap((file) => faultsOf(file, readFileSync(path.join(root, file), "utf8")));
  expect(faults).toEqual([]);
});

test.each([
  'new Intl.DateTimeFormat("en", { timeZone: "America/Toronto" })',
  'at.toLocaleTimeString("fr-CA")',
  'format.dateTime(at, { dateStyle: "long" })',
  "dateFormat(locale, words).formatRange(from, until)",
  "{ hour: 'numeric', hour12: false }",
  '<NextIntlClientProvider timeZone="America/Toronto">',
  `SELECT now() AT TIME ZONE "timeZone"`,
  "Intl.DateTimeFormat().resolvedOptions().timeZone",
  "new Date().getHours()",
  'import { DateTime } from "luxon";',
])("the rule finds %s", (text) => {
  expect(faultsOf("components/x.ts", text)).not.toEqual([]);
});

test("the data is read on the server alone: what reaches the browser imports none of it", () => {
  const data = readFileSync(path.join(import.meta.dirname, "zone-data.ts"), "utf8");
  expect(data).toContain('import "server-only"');
  const readers = files.filter((file) =>
    readFileSync(path.join(root, file), "utf8").includes("data/packed/latest.json"),
  );
  expect(readers.filter((it) => it !== self)).toEqual(["lib/platform/time/zone-data.ts"]);
});
