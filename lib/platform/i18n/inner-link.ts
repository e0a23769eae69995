import { locales } from "./routing";

/** Marks a link that leads to the page it is on, differently asked for: the reader stays where they are. */
export const keepsScroll = "data-keeps-place";

/** The address of a place in Concerted, which is named without its language. What leads elsewhere stays as it is. */
export const inLanguage = (href: string, locale: string) =>
  href.startsWith("/") ? `/${locale}${href.replace(/^\/(?=$|[?#])/, "")}` : href;

type Click = Pick<MouseEvent, "button" | "metaKey" | "ctrlKey" | "shiftKey" | "altKey" | "defaultPrevented">;
type PageAddress = Pick<Location, "origin" | "pathname" | "search" | "hash">;
type Anchor = PageAddress & { target: string; download: boolean };

/** Where a click leads, if that is a page of ours that can be shown without leaving this one; null is left to the browser. */
export function findInnerPage(click: Click, { target, download, ...to }: Anchor, here: PageAddress): string | null {
  const { button, metaKey, ctrlKey, shiftKey, altKey, defaultPrevented } = click;
  if (defaultPrevented || button !== 0 || metaKey || ctrlKey || shiftKey || altKey) return null;
  if (download || (target && target !== "_self")) return null;
  const first = to.pathname.split("/")[1];
  if (to.origin !== here.origin || !locales.some((it) => it === first)) return null;
  const samePage = to.pathname === here.pathname && to.search === here.search;
  return samePage && to.hash ? null : `${to.pathname}${to.search}${to.hash}`;
}
