import type { AgendaKind } from "@/lib/briefings/constants.agenda";

export const briefingHref = (slug: string) => `/briefings/${slug}`;
export const agendaHref = (slug: string) => `/briefings/${slug}/agenda`;
export const updatesHref = (slug: string) => `/briefings/${slug}/updates`;

type About = { ref: string; slug: string };

/** The page of what an item speaks of. */
export function aboutHref(kind: AgendaKind, { ref, slug }: About): string | null {
  if (kind === "recommendation") return `/agenda#${ref}`;
  if (kind === "point") return `/talking-points/${slug}`;
  if (kind === "proposition") return `/propositions/${slug}`;
  return kind === "approval" ? briefingHref(slug) : null;
}
