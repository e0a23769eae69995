import type { Locale } from "@/lib/platform/i18n/routing";
import { allOrganizationsOf } from "@/lib/viewer/rules";
import type { Viewer } from "@/lib/viewer/schema";

/** The person behind the page, as far as the frame needs to know. */
export type Account = {
  name: string;
  organizations: { code: string; name: string }[];
  /** Mail is kept on this machine and can be read on a page. */
  outbox: boolean;
  /** Keeps the installation. */
  administrator: boolean;
};

/** Null for a visitor. */
export function accountOf(viewer: Viewer, locale: Locale, outbox: boolean): Account | null {
  if (!viewer.personId) return null;
  const organizations = allOrganizationsOf(viewer).map(({ code, nameEn, nameFr }) => ({
    code,
    name: locale === "fr" ? nameFr : nameEn,
  }));
  return { name: viewer.name ?? viewer.email ?? "", organizations, outbox, administrator: viewer.administrator };
}
