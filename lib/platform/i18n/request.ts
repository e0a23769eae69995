import { hasLocale } from "next-intl";
import { getRequestConfig } from "next-intl/server";
import { readNetwork } from "../network";
import { keepCoalitionZone } from "./coalition-zone";
import { messagesIn } from "./messages";
import { routing } from "./routing";

export default getRequestConfig(async ({ requestLocale }) => {
  const requested = await requestLocale;
  const locale = hasLocale(routing.locales, requested) ? requested : routing.defaultLocale;
  const [messages, { timeZone }] = await Promise.all([messagesIn(locale), readNetwork()]);
  keepCoalitionZone(timeZone);
  return { locale, messages, timeZone, now: new Date() };
});
