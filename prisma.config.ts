import { defineConfig } from "prisma/config";

/** Only `prisma generate` and the drift check read this; the product applies its migrations itself. */
export default defineConfig({
  schema: "prisma/schema",
  migrations: { path: "prisma/migrations" },
  ...(process.env.DATABASE_URL ? { datasource: { url: process.env.DATABASE_URL } } : {}),
});
