-- CreateEnum
CREATE TYPE "HourStyle" AS ENUM ('h24', 'h12');

-- AlterTable
ALTER TABLE "Person" ADD COLUMN "hours" "HourStyle" NOT NULL DEFAULT 'h24';
