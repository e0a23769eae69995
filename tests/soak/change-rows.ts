import pg from "pg";
import { db } from "../../lib/platform/db/client";
import { runChanges } from "../support/record/run-changes";
import { buildRecordedWorld } from "../support/record/world";

/** Changes rows as the superuser of a database of its own, and prints how many changes verifying named. */
const [count = "1000", seed = "1"] = process.argv.slice(2);
const owner = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
const superuser = new pg.Client({ connectionString: process.env.DATABASE_SUPER_URL });
await Promise.all([owner.connect(), superuser.connect()]);
await buildRecordedWorld(owner);
const { changes, named, missed, tables, columns } = await runChanges(superuser, Number(count), Number(seed));
console.log(JSON.stringify({ changes, named, missed, tables: tables.size, columns: columns.size }));
await Promise.all([owner.end(), superuser.end(), db.$disconnect()]);
