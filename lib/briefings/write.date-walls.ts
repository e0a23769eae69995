import "server-only";
import { BadField, Refusal } from "@/lib/platform/http/refusal";
import { resolveWall } from "@/lib/platform/time/offset-at";
import { addDays } from "@/lib/platform/time/working-days";
import { zoneDataVersion } from "@/lib/platform/time/zone-data";
import { lengthBounds, maxDays } from "./constants";
import { type DateWalls, resolveDate } from "./rules.date-walls";

const threeYears = 3 * 366 * 86_400_000;

/** Nobody offers, or waits for, a day that is further off. */
export const isTooFar = (at: Date, now: Date) => at.getTime() - now.getTime() > threeYears;

/** Where a form says what is wrong with a date: with the one that was given, or with those of a pattern. */
export const dateFields = { begins: "date.wallStart", ends: "date.wallEnd" };
export const patternFields = { begins: "pattern.firstOn", ends: "pattern.until" };

/** A time that no clock shows names the next one; a time that is shown twice asks which is meant. */
function resolveMeant(walls: DateWalls) {
  const found = resolveDate(walls);
  if (found.kind === "never") {
    const [day = "", hour = ""] = found.next.split("T");
    throw new Refusal("CONFLICT", "hourSkipped", { field: found.field, day, hour });
  }
  if (found.kind === "twice") throw new Refusal("CONFLICT", "hourDoubled", { field: found.field });
  return found;
}

/** An instant that somebody meant by the clock of a zone. */
export function toInstant(
  zone: string,
  wall: string,
  doubledHour: "first" | "second" | undefined,
  field: string,
): Date {
  const meant = resolveWall(zone, wall);
  if (meant.kind === "once") return meant.instant;
  if (meant.kind === "twice" && doubledHour) return meant[doubledHour];
  if (meant.kind === "twice") throw new Refusal("CONFLICT", "hourDoubled", { field });
  const [day = "", hour = ""] = meant.next.split("T");
  throw new Refusal("CONFLICT", "hourSkipped", { field, day, hour });
}

/** The columns of a date: what was meant, and the instants that follow from it by the rules of today. */
export function toDateColumns(walls: DateWalls, fields: typeof dateFields, now: Date) {
  const found = resolveMeant(walls);
  if (found.kind === "backwards") throw new BadField(fields.ends, "endsBeforeBeginning");
  const { startsAt, endsAt, doubledHour } = found;
  if (startsAt <= now) throw new BadField(fields.begins, "notInFuture");
  if (isTooFar(startsAt, now)) throw new BadField(fields.begins, "tooFar");
  const minutes = (endsAt.getTime() - startsAt.getTime()) / 60_000;
  const tooLong = walls.allDay ? walls.wallEnd > addDays(walls.wallStart, maxDays - 1) : minutes > lengthBounds.most;
  if (tooLong || minutes < lengthBounds.least) throw new BadField(fields.ends, "lengthOutOfBounds");
  const { allDay, wallStart, wallEnd, zone } = walls;
  return { allDay, wallStart, wallEnd, zone, doubledHour, startsAt, endsAt, zoneVersion: zoneDataVersion };
}
