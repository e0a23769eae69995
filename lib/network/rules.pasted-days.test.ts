import { expect, test } from "vitest";
import { dateFormat } from "@/lib/platform/time/date-format";
import { addDays } from "@/lib/platform/time/working-days";
import { fc } from "@/tests/support/fast-check";
import { readPastedDays } from "./rules.pasted-days";

const daysOf = (text: string, year: number | null = null) =>
  readPastedDays(text, year).map((it) => (it.fault ? it.fault : `${it.firstOn} ${it.lastOn}`));

test.each([
  ["2027-01-25 to 2027-01-29"],
  ["2027-01-25 – 2027-01-29"],
  ["2027-01-25-2027-01-29"],
  ["2027-01-25 2027-01-29", "unreadable"],
  ["January 25 to 29, 2027"],
  ["January 25-29, 2027"],
  ["Jan. 25 – Jan. 29, 2027"],
  ["Monday, January 25, 2027, to Friday, January 29, 2027"],
  ["25 January 2027 until 29 January 2027"],
  ["From the 25th to the 29th of January 2027"],
  ["week of January 25, 2027"],
  ["Week of Sunday 24 January 2027"],
  ["25 au 29 janvier 2027"],
  ["du 25 au 29 janvier 2027"],
  ["Du lundi 25 janvier 2027 au vendredi 29 janvier 2027"],
  ["25 janv. – 29 janv. 2027"],
  ["25 janvier à 29 janvier 2027"],
  ["Semaine du 27 janvier 2027"],
  ["semaine du lundi 25 janvier 2027"],
])("“%s” is the last week of January 2027", (text, expected = "2027-01-25 2027-01-29") => {
  expect(daysOf(text)).toEqual([expected]);
});

test("French writes the first as an ordinal, and months with accents or without", () => {
  expect(daysOf("1er au 5 février 2027\n1ER AOUT 2027\nle 24 déc. 2027 au 3 janv. 2028")).toEqual([
    "2027-02-01 2027-02-05",
    "2027-08-01 2027-08-01",
    "2027-12-24 2028-01-03",
  ]);
});

test("a year is said once, in the line, above the lines or by the page, and goes on over New Year", () => {
  expect(daysOf("2027\nFebruary 1 to 5; February 8 to 12\nMarch 1 - 12")).toEqual([
    "2027-02-01 2027-02-05",
    "2027-02-08 2027-02-12",
    "2027-03-01 2027-03-12",
  ]);
  expect(daysOf("December 20 to January 3\nJanuary 24 to 28", 2027)).toEqual([
    "2027-12-20 2028-01-03",
    "2028-01-24 2028-01-28",
  ]);
  expect(daysOf("December 20 to January 3, 2028")).toEqual(["2027-12-20 2028-01-03"]);
  expect(daysOf("December 20, 2027 to January 3")).toEqual(["2027-12-20 2028-01-03"]);
});

test.each([
  ["January 25 to 29", "noYear"],
  ["30 February 2027", "notADay"],
  ["January 29 to 25, 2027", "endsBeforeItBegins"],
  ["2027-01-25 to 2029-01-25", "closingTooLong"],
  ["02/03/2027", "unreadable"],
  ["January 2027", "unreadable"],
  ["25 26 January 2027", "unreadable"],
  ["constructor 25 2027", "unreadable"],
  ["The House will sit.", "unreadable"],
])("“%s” is not guessed at", (text, fault) => {
  expect(daysOf(text)).toEqual([fault]);
});

test("a line that is not read says where it stands, and takes no other with it", () => {
  expect(readPastedDays("\n2027\n1 to 5 February\nrecess\n8 to 12 February")).toEqual([
    { number: 3, text: "1 to 5 February", firstOn: "2027-02-01", lastOn: "2027-02-05" },
    { number: 4, text: "recess", fault: "unreadable" },
    { number: 5, text: "8 to 12 February", firstOn: "2027-02-08", lastOn: "2027-02-12" },
  ]);
});

const day = fc
  .date({ min: new Date("2007-01-01"), max: new Date("2099-06-01"), noInvalidDate: true })
  .map((it) => it.toISOString().slice(0, 10));

test("any days written out in either language are those days again", () => {
  fc.assert(
    fc.property(day, fc.nat(365), fc.constantFrom("en-CA", "fr-CA"), (firstOn, length, locale) => {
      const lastOn = addDays(firstOn, length);
      const write = (it: string) => dateFormat(locale, { dateStyle: "full" }).format(new Date(`${it}T12:00:00Z`));
      const joint = locale === "fr-CA" ? " au " : " to ";
      expect(daysOf(`${write(firstOn)}${joint}${write(lastOn)}`)).toEqual([`${firstOn} ${lastOn}`]);
    }),
  );
});

test("whatever is pasted is read without an error, and what comes of it are days in order", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 400, unit: "grapheme" }), (text) => {
      for (const it of readPastedDays(text, 2027)) if (!it.fault) expect(it.firstOn <= it.lastOn).toBe(true);
    }),
  );
});
