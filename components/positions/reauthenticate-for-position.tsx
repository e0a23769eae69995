import { useLocale, useTranslations } from "next-intl";
import { Reauthenticate } from "@/components/forms/reauthenticate";
import { signInHref } from "@/components/forms/sign-in-href";
import type { PositionKey } from "@/lib/positions/schema";
import { positionHref } from "./position-href";

/** Whoever commits an organization proves who they are first: here with a passkey, or by mail and back to the same place. */
export function ReauthenticateForPosition({ place, primary }: { place: PositionKey; primary?: boolean }) {
  const t = useTranslations("positions");
  const locale = useLocale();
  return (
    <Reauthenticate
      primary={primary}
      href={signInHref(locale, positionHref(place.organization, place.proposition))}
      label={t("standing.again")}
    >
      <span className="text-small text-ink-3">{t("sign.againWhy")}</span>
    </Reauthenticate>
  );
}
