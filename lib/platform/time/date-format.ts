const kept = new Map<string, Intl.DateTimeFormat>();

/** To make one takes as long as saying a page of days with it, so each is made once. Zones and languages are few. */
export function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = JSON.stringify([locale, options]);
  const format = kept.get(key) ?? new Intl.DateTimeFormat(locale, options);
  kept.set(key, format);
  return format;
}
