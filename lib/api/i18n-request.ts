import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { readNetwork } from "../network/read.settings";
import { withClockStyle } from "../platform/i18n/clock-style";
import { messagesIn } from "../platform/i18n/messages";
import { setNetworkTimeZone } from "../platform/i18n/network-time-zone";
import { routing } from "../platform/i18n/routing";
import { readPageViewer } from "../viewer/read.page";

export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale;
  const [messages, { timeZone }, { hours }] = await Promise.all([messagesIn(locale), readNetwork(), readPageViewer()]);
  setNetworkTimeZone(timeZone);
  return { locale, messages: withClockStyle(messages, hours), timeZone, now: new Date() };
});
