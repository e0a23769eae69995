import { runCommandLine } from "@/bin/server/command-line";
import { formatChange, formatLoaded } from "@/bin/server/format-content";
import { db } from "@/lib/platform/db/client";
import { readClock } from "@/lib/platform/time/clock";
import { isFresh } from "@/lib/platform/time/nightly";
import { digestReport } from "@/prisma/seed/digest-files";

const usage = "Say which: `load` brings the report to what its files say, `first-run` does so when there is need.";

await runCommandLine(usage, async ([command]) => {
  if (command === "load") return load();
  if (command === "first-run") return firstRun();
  return null;
});

/** The report when it is not there or its files changed; on a new database of our own the demonstration besides. */
async function firstRun(): Promise<string> {
  const { contentDigest, concealedAt } = await db.network.findUniqueOrThrow({ where: { id: 1 } });
  const isNew = (await db.activity.count()) === 0;
  if (isNew && process.env.EMBEDDED === "1") return demonstrate();
  const result = contentDigest === digestReport() ? "nothing new" : await load();
  if (!isFresh(concealedAt, await readClock(db))) await refreshConcealedOnce();
  return result;
}

// What loads is imported only when there is something to load: every start comes by here, and most find nothing new.
async function load(): Promise<string> {
  const { loadReport } = await import("@/prisma/seed/load-report");
  const { readReport } = await import("@/prisma/seed/read-report");
  return formatChange(await loadReport(readReport()));
}

async function demonstrate(): Promise<string> {
  const { loadDemonstration } = await import("@/prisma/seed/load-demonstration");
  const { readDemonstration } = await import("@/prisma/seed/read-demonstration");
  const { readReport } = await import("@/prisma/seed/read-report");
  return formatLoaded(await loadDemonstration(readDemonstration(), readReport()));
}

/** Until somebody looked, or looked again after the machine was off for days, every page would have to say that stances may be hidden. */
async function refreshConcealedOnce() {
  const { refreshConcealed } = await import("@/lib/agreement/jobs");
  await refreshConcealed();
}
