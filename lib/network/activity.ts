import "server-only";
import { recorderOf } from "@/lib/activity/record";
import { code, codes, count, digest, flag, moment, recorded } from "@/lib/activity/schema";

/** What the record keeps of the network and of the database it lives in. */
export const kinds = {
  "network.changed": recorded({ version: count, settings: codes }),
  "network.closingDaysChanged": recorded({ version: count, kinds: codes, added: count, removed: count }),
  "demonstration.loaded": recorded({
    organizations: count,
    people: count,
    positions: count,
    drafts: count,
    studies: count,
    talkingPoints: count,
    briefings: count,
  }),
  "demonstration.removed": recorded(),
  /** By migrating: of rows that had no digest in the record, or that a migration changed. Whether all was as recorded before. */
  "record.digestsAdded": recorded({ rows: count, faults: count, verified: code(["first", "whole", "faulty"]) }),
  // `sealed`: whether the file was vouched for by its seal, or taken as it was.
  "backup.restored": recorded({ takenAt: moment, digest, sealed: flag.optional() }),
};

export const record = recorderOf(kinds);
