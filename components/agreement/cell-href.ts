import type { StanceMark } from "@/components/stances/stances";

/** What stands behind a cell: the stance with its reasons, or, where there is none to read, what absence means there. */
export function cellHref(
  locale: string,
  organization: { slug: string; own: boolean },
  proposition: string,
  mark: StanceMark,
) {
  const blank = mark === "not_recorded" || mark === "not_shown";
  return blank && !organization.own
    ? `/${locale}/propositions/${proposition}#silent-title`
    : `/${locale}/positions/${organization.slug}/${proposition}`;
}
