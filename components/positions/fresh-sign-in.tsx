import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/link";
import type { Place } from "@/lib/positions/schema";
import { placeHref, signInHref } from "./place-href";

/** Whoever commits an organization signs in again first, and comes back to the same place. */
export function FreshSignIn({ place }: { place: Place }) {
  const t = useTranslations("positions");
  const locale = useLocale();
  return (
    <div className="actions">
      <ButtonLink href={signInHref(locale, placeHref(place.organization, place.proposition))}>
        {t("standing.again")}
      </ButtonLink>
      <span className="text-small text-ink-3">{t("sign.againWhy")}</span>
    </div>
  );
}
