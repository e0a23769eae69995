import { expect, test } from "vitest";
import { isContradicted, softenCapitals } from "./rules";

test.each([
  ["1998-04-13", "11/2001"],
  ["2001-12", "11/2001"],
  ["2005-12-09", "8 November 2005"],
  ["2000", "1998-1999"],
])("%s is another date than the printed %s", (date, printed) => {
  expect(isContradicted(date, printed)).toBe(true);
});

test.each([
  ["1999-02-12", "1999-2000"],
  ["2004-12-02", "12/2004"],
  ["2005-03-30", "2005"],
  ["2005-12", "December 2005"],
  ["2005-12-09", "9 Dec 2005"],
  ["2006-06", "mid-2006"],
  ["2006-11-23", "November 23, 2006"],
  ["2007-03-12", "March 12th, 2007"],
  ["1994", "1994"],
  ["2007-05-29", null],
  ["2007-05-29", "undated"],
])("%s is what is printed as %s, more exactly or just as much", (date, printed) => {
  expect(isContradicted(date, printed)).toBe(false);
});

test.each([
  [
    "LAY DOWN THE REGIME FOUNDATIONS > 2. Institutionalizing R2P",
    "Lay down the regime foundations > 2. Institutionalizing R2P",
  ],
  ["CANADIAN CIVIL SOCIETY: IS A COMMON POSITION POSSIBLE?", "Canadian civil society: Is a common position possible?"],
  [
    "LESSONS LEARNED FROM A UN-FOCUSED R2P NETWORK IN NEW YORK",
    "Lessons learned from a UN-focused R2P network in New York",
  ],
  [
    "CANADIAN GOVERNMENT WORK ON R2P: A BRIEFING > 2. FIELD-LEVEL MONITORING",
    "Canadian government work on R2P: a briefing > 2. Field-level monitoring",
  ],
  ["DEVELOPING AN R2P PROGRAM AT HOME > c", "Developing an R2P program at home > c"],
  ["A Short R2P Timeline", "A Short R2P Timeline"],
])("%s is read without its capitals", (printed, read) => {
  expect(softenCapitals(printed)).toBe(read);
});
