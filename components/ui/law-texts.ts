/** What a process of another zone and season says of these zones: run by law.test.ts, with the clock and the zones as arguments. */

import { instantsOf, offsetAt, resolveWall } from "@/lib/platform/time/offset-at";
import { addWorkingDays } from "@/lib/platform/time/working-days";
import { longDay, timeOfDay } from "./format-moment";
import "@/lib/platform/time/zone-data";
import { formatZone } from "@/lib/platform/time/zone-label";

const [clocks = "", ...zones] = process.argv.slice(2);
const RealDate = Date;
const line = (text: string) => process.stdout.write(`${text}\n`);

function setClock(now: number) {
  globalThis.Date = class extends RealDate {
    constructor(...given: [] | [number | string]) {
      super(given[0] ?? now);
    }
    static override now = () => now;
  } as DateConstructor;
}

for (const clock of clocks.split(",")) {
  setClock(RealDate.parse(clock));
  // In January Vancouver's clock stood an hour further back than since: the platform's own word, of this process alone.
  line(`${new Date().toISOString().replace(".000Z", "Z")} ${new Date().getHours()}`);
  for (const zone of zones) {
    const hours = ["2026-12-15T06:30Z", "2027-07-15T06:30Z"].map((it) => offsetAt(zone, new Date(it)) / 3_600_000);
    line([zone, ...hours].join(" "));
  }
  const at = new Date("2026-12-15T06:30Z");
  const there = "America/Vancouver";
  for (const locale of ["en", "fr"])
    line([longDay(at, locale, there), timeOfDay(at, locale, there), formatZone(there, at)].join(", "));
  const gap = resolveWall("America/Toronto", "2026-03-08T02:30");
  const overlap = instantsOf("America/Toronto", "2026-11-01T01:30").map((it) => it.toISOString());
  line([gap.kind === "never" ? gap.next : gap.kind, ...overlap].join(" "));
  // Victoria Day is between.
  line(addWorkingDays("2027-05-21", 1));
}
