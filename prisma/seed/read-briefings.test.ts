import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ownFolder } from "./digest-files";
import { readDemonstration } from "./read-demonstration";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "concerted-seed-"));
  cpSync(ownFolder, folder, { recursive: true, filter: (from) => !from.endsWith(".ts") });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const slips: [string, string, string, string, string][] = [
  [
    "a host nobody knows",
    "briefings.csv",
    "not_for_attribution,prairie-horizon,,",
    "not_for_attribution,x,,",
    'briefings.csv line 2, column host: "x" is not in organizations.csv',
  ],
  [
    "a meeting that was held at no hour",
    "briefings.csv",
    "118,,tue,13:00,",
    "118,,tue,,",
    "briefings.csv line 2, column start_time: is empty",
  ],
  [
    "a rule that is none",
    "briefings.csv",
    ",not_for_attribution,",
    ",off_record,",
    'briefings.csv line 2, column attribution: "off_record" is not one of on_record',
  ],
  [
    "an hour that is none",
    "briefing-options.csv",
    "13:00,15:00",
    "25:00,15:00",
    "briefing-options.csv line 2, column start_time: is not an hour like 13:00",
  ],
  [
    "an answer on a date that is not offered",
    "briefing-answers.csv",
    "civil-society-3,a,still-waters",
    "civil-society-3,z,still-waters",
    'briefing-answers.csv line 2, column option: "z" is not in briefing-options.csv',
  ],
  [
    "an answer of somebody who was not asked",
    "briefing-answers.csv",
    "foreign-affairs-2,a,still-waters",
    "foreign-affairs-2,a,quorum-campus",
    'briefing-answers.csv line 42, column organization: "quorum-campus" was not asked in briefings.csv',
  ],
  [
    "an item on a recommendation nobody made",
    "briefing-agenda.csv",
    "recommendation,S3a",
    "recommendation,X9",
    'briefing-agenda.csv line 4, column ref: "X9" is not in recommendations.csv',
  ],
  [
    "a sixth line of an update",
    "updates.csv",
    "civil-society-3,red-cedar,1",
    "civil-society-3,red-cedar,6",
    "updates.csv line 2, column number: is more than 5",
  ],
];

test.each(slips)("%s is named by file, line and column", (_, file, from, to, message) => {
  const at = path.join(folder, file);
  const before = readFileSync(at, "utf8");
  expect(before).toContain(from);
  writeFileSync(at, before.replace(from, to));
  expect(() => readDemonstration(folder)).toThrow(`prisma/seed/${message}`);
});
