import { rm } from "node:fs/promises";
import path from "node:path";
import { refreshConcealed } from "@/lib/agreement/jobs";
import { db } from "@/lib/platform/db/client";
import { buildCanaryWorld } from "./world";

// Plants the canaries into the database of a running server, and says on its output where, for whom, and who is there to look.
const world = await buildCanaryWorld();
for (const stage of world.stages) await stage.plant();
await refreshConcealed();
// In a demonstration the mails on disk are everybody's to read, by design.
await rm(path.join(process.env.CONCERTED_DATA_DIR ?? "", "outbox"), { recursive: true, force: true });
await db.$disconnect();
const { callers, organizations, propositions, places, canaries } = world;
process.stdout.write(JSON.stringify({ callers, organizations, propositions, places, readers: [...canaries.readers] }));
