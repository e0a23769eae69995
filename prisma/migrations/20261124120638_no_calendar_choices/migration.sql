-- AlterTable
ALTER TABLE "Person" DROP COLUMN "clock",
DROP COLUMN "weekStart";

-- DropEnum
DROP TYPE "ClockStyle";

-- DropEnum
DROP TYPE "WeekStart";
