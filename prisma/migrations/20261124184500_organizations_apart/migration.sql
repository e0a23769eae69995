-- Organizations that are not simply public members: few, and taken out where thousands of positions are counted.
CREATE INDEX "Organization_apart_idx" ON "Organization" ("id") WHERE "status" <> 'member' OR "listing" <> 'public';

-- Members that a reader hears of, counted from the index alone.
CREATE INDEX "Organization_heard_idx" ON "Organization" ("status", "listing", "id");
