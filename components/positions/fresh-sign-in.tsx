import { useLocale, useTranslations } from "next-intl";
import { ProveAgain } from "@/components/people/prove-again";
import type { Place } from "@/lib/positions/schema";
import { placeHref, signInHref } from "./place-href";

/** Whoever commits an organization proves who they are first: here with a passkey, or by mail and back to the same place. */
export function FreshSignIn({ place, primary }: { place: Place; primary?: boolean }) {
  const t = useTranslations("positions");
  const locale = useLocale();
  return (
    <ProveAgain
      primary={primary}
      href={signInHref(locale, placeHref(place.organization, place.proposition))}
      label={t("standing.again")}
    >
      <span className="text-small text-ink-3">{t("sign.againWhy")}</span>
    </ProveAgain>
  );
}
