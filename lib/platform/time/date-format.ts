const kept = new Map<string, Intl.DateTimeFormat>();

/** How a date may be written here. No zone: what is written is a wall time, whose UTC digits are those of the clock that is meant. */
export type DateStyle = Omit<Intl.DateTimeFormatOptions, "timeZone" | "timeZoneName" | "hour12">;

/**
 * The one way from a date to words. Intl gives the names of months and weekdays and is never asked what a clock shows: its zone data
 * is of another year in every version of Node and in every browser. Ask `toWall(zone, instant)` for what is handed in here.
 * To make a format takes as long as saying a page of days with it, so each is made once. Languages are few.
 */
export function dateFormat(locale: string, options: DateStyle): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const format = kept.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  kept.set(key, format);
  return format;
}
