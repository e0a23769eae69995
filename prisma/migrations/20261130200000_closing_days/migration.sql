-- CreateEnum
CREATE TYPE "WeekendRule" AS ENUM ('next_working_day', 'as_dated');

-- AlterTable
ALTER TABLE "Network" ADD COLUMN     "quebecDay" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "weekendRule" "WeekendRule" NOT NULL DEFAULT 'next_working_day';
