import type { Locale } from "@/lib/platform/i18n/routing";

type Visit = { href: string; title: string; locale: Locale };
type StoredVisits = { whose: string; visits: Visit[] };

const key = "recent";
const maxVisits = 8;
/** The palette's own page, and those that only let one in. */
const passing = ["/search", "/sign-in"];

function read(whose: string): Visit[] {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key) ?? "null") as StoredVisits | null;
    return kept?.whose === whose && Array.isArray(kept.visits) ? kept.visits : [];
  } catch {
    return [];
  }
}

/**
 * Keeps in this tab that a page was seen, by the title that stands on it. Whoever signs out or in is somebody else, and
 * what was kept for the one before is forgotten with the first page they see.
 */
export function keepVisit(whose: string, href: string, locale: Locale) {
  const title = document.querySelector("main h1")?.textContent?.trim();
  const before = read(whose);
  const isPassing = passing.some((it) => href === it || href.startsWith(`${it}/`));
  const others = before.filter((it) => it.href !== href || it.locale !== locale);
  const visits = title && !isPassing ? [{ href, title, locale }, ...others].slice(0, maxVisits) : before;
  try {
    sessionStorage.setItem(key, JSON.stringify({ whose, visits } satisfies StoredVisits));
  } catch {
    // Storage may be refused; nothing is then recent.
  }
}

/** The places this reader was at last in this tab, without the one they are at. */
export const listRecent = (whose: string, href: string, locale: Locale): Visit[] =>
  read(whose)
    .filter((it) => it.locale === locale && it.href !== href)
    .slice(0, 4);
