import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/lib/platform/generated/prisma/client";

/** The database as who owns its tables works on it: for what the role that serves may not do, such as changing the past. */
export const ownerDb = new PrismaClient({
  adapter: new PrismaPg({
    connectionString: process.env.DATABASE_OWNER_URL,
    max: 2,
    options: "-c timezone=UTC -c datestyle=ISO",
  }),
});
