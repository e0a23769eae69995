import path from "node:path";
import { env } from "@/lib/platform/env";
import type { Target } from "./target";

/** npm runs commands from the project's folder; whoever typed a path meant it from where they stood. */
export const resolveUserPath = (typed: string) => path.resolve(process.env.INIT_CWD ?? process.cwd(), typed);

/** The database of the configuration. */
export function findConfiguredTarget(): Target {
  const { databaseUrl } = env();
  return { appUrl: databaseUrl, ownerUrl: process.env.DATABASE_OWNER_URL || databaseUrl };
}
