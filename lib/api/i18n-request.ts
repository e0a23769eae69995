import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { readNetwork } from "../network/read.settings";
import { withClockStyle } from "../platform/i18n/clock-style";
import { readPageViewer } from "../viewer/read.page";
import "../platform/time/zone-data";
import { messagesIn } from "../platform/i18n/messages";
import { routing } from "../platform/i18n/routing";

export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale;
  const [messages, , { hours }] = await Promise.all([messagesIn(locale), readNetwork(), readPageViewer()]);
  // Next-intl is never asked for a clock: dates are written by `dateFormat` alone.
  return { locale, messages: withClockStyle(messages, hours), timeZone: "UTC", now: new Date() };
});
