import { instantsOf, wallAt } from "../time/offset-at";
import { writeLine } from "./content-line";

const strip = (iso: string) => iso.replaceAll("-", "").replaceAll(":", "");

/** `20261215T090000` on whichever clock is meant. */
const writeWall = (wall: string) => strip(wall.length === 16 ? `${wall}:00` : wall);

/** `20261215T140000Z`. */
export const writeInstant = (at: Date) => `${strip(at.toISOString().slice(0, 19))}Z`;

/** What a clock shows, `2026-12-15T09:00`, to the second and without saying whose. */
export const writeDigits = (at: Date) => strip(at.toISOString().slice(0, 19));

/** Whether the clock of this zone shows that hour once: of a doubled hour no reader could tell which is meant. */
export const isPlain = (zone: string, at: Date) => zone !== "UTC" && instantsOf(zone, wallAt(zone, at)).length === 1;

/** A moment by the clock of its zone, or by UTC where that clock shows it twice. Never without saying which. */
export const writeMoment = (name: string, zone: string, at: Date) =>
  isPlain(zone, at) ? writeLine(name, writeWall(wallAt(zone, at)), { TZID: zone }) : writeLine(name, writeInstant(at));

export const writeDay = (name: string, day: string) => writeLine(name, strip(day), { VALUE: "DATE" });
