import path from "node:path";
import { env } from "@/lib/platform/env";
import type { Target } from "./ground";

/** npm runs commands from the project's folder; whoever typed a path meant it from where they stood. */
export const fromHere = (place: string) => path.resolve(process.env.INIT_CWD ?? process.cwd(), place);

/** The database of the configuration. */
export function findTarget(): Target {
  const { databaseUrl } = env();
  return { appUrl: databaseUrl, ownerUrl: process.env.DATABASE_OWNER_URL || databaseUrl };
}
