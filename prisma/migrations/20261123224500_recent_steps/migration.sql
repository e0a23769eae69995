-- CreateIndex
CREATE INDEX "PositionStep_at_idx" ON "PositionStep"("at");
