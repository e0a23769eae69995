import { UserError } from "@/bin/host/user-error.mjs";
import { runCommandLine } from "@/bin/server/command-line";
import { formatLoaded } from "@/bin/server/format-content";
import { keepHead } from "@/lib/activity/jobs";
import { refreshConcealed } from "@/lib/agreement/jobs";
import { emptyOutbox } from "@/lib/platform/mail/delivery";
import { loadDemonstration } from "@/prisma/seed/load-demonstration";
import { loadReport } from "@/prisma/seed/load-report";
import { readDemonstration } from "@/prisma/seed/read-demonstration";
import { readReport } from "@/prisma/seed/read-report";
import { removeDemonstration } from "@/prisma/seed/remove-demonstration";

const usage = "Say which: `npm run -s demo -- load` or `npm run -s demo -- remove`.";

await runCommandLine(usage, async ([command]) => {
  if (command === "load") return formatLoaded(await loadDemonstration(readDemonstration(), readReport()));
  if (command === "remove") return remove();
  return null;
});

/** The files are read first: a database is not emptied when what should fill it again is broken. */
async function remove(): Promise<string> {
  const report = readReport();
  const ownerUrl = process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL;
  if (!ownerUrl) throw new UserError("Set DATABASE_OWNER_URL: only who owns the tables can empty them.");
  await removeDemonstration(ownerUrl);
  await emptyOutbox();
  await loadReport(report);
  await refreshConcealed();
  await keepHead("begun anew");
  return "the demonstration is removed; the report is there, and the record begins anew";
}
