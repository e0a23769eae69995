import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { readNetwork } from "../network";
import { readPageViewer } from "../session/page-viewer";
import { keepCoalitionZone } from "./coalition-zone";
import { withHours } from "./hours";
import { messagesIn } from "./messages";
import { routing } from "./routing";

export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale;
  const [messages, { timeZone }, { hours }] = await Promise.all([messagesIn(locale), readNetwork(), readPageViewer()]);
  keepCoalitionZone(timeZone);
  return { locale, messages: withHours(messages, hours), timeZone, now: new Date() };
});
