"use client";

import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { ActionError } from "@/components/forms/action-error";
import { Reauthenticate } from "@/components/forms/reauthenticate";
import { Button } from "@/components/ui/button";
import { longDay } from "@/components/ui/format-moment";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import type { Recovery } from "@/lib/mandates/schema.recovery";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { noonOf } from "@/lib/platform/time/noon-of";

type RecoveryNoticeProps = { slug: string; recovery: Recovery; commitNow: boolean };

/** Who is to sign again, from when, on whose authority; and what the reader can answer. */
export function RecoveryNotice({ slug, recovery, commitNow }: RecoveryNoticeProps) {
  const t = useTranslations("mandates.recovery");
  const words = useTranslations("mandates.list");
  const locale = useLocale();
  const router = useRouter();
  const { id, state, byContact, askedAt, effectiveAt, about, viewer } = recovery;
  const answer = useMutation({
    mutationFn: async (what: "agree" | "object" | "withdraw") => {
      await api.organizations.recovery[what].call({ slug, id });
      return what;
    },
    onSuccess: (what) => {
      showToast(t(`done.${what}`));
      router.refresh();
    },
  });
  const inLanguage = ({ en, fr }: { en: string | null; fr: string | null }) =>
    (locale === "fr" ? (fr ?? en) : (en ?? fr)) ?? "";
  const who = { known: about?.nominee ? "yes" : "no", person: about?.nominee ?? "" };
  const give = (what: "agree" | "object" | "withdraw") => () => answer.mutate(what);
  return (
    <div className="notice notice-amber grid max-w-[720px] gap-2">
      <p className="font-semibold">
        {effectiveAt ? t("announced", { ...who, day: longDay(new Date(effectiveAt), locale) }) : t("requested", who)}
      </p>
      <p className="text-small">{t(byContact ? "byContact" : "bySelf", { day: longDay(new Date(askedAt), locale) })}</p>
      {about && (
        <p className="text-small">
          {t("authority", {
            authority: words("authorityText", {
              authorizedBy: inLanguage(about.authorizedBy),
              instrument: inLanguage(about.instrument),
              day: longDay(noonOf(about.instrumentDate), locale),
            }),
          })}
        </p>
      )}
      {about && state === "requested" && (
        <p className="text-small">
          {t("agreed", {
            who: about.agreed.administrator ? "administrator" : about.agreed.convener ? "convener" : "none",
          })}
        </p>
      )}
      {viewer.mayAgree && <p>{t("agreeText")}</p>}
      {viewer.mayObject && <p>{t("objectText")}</p>}
      {viewer.mayAgree && !commitNow && <Reauthenticate />}
      <div className="actions">
        {viewer.mayAgree && commitNow && (
          <Button variant="primary" loading={answer.isPending} onClick={give("agree")}>
            {t("agree")}
          </Button>
        )}
        {viewer.mayObject && (
          <Button variant="danger" loading={answer.isPending} onClick={give("object")}>
            {t("object")}
          </Button>
        )}
        {viewer.mayWithdraw && (
          <Button loading={answer.isPending} onClick={give("withdraw")}>
            {t("withdraw")}
          </Button>
        )}
      </div>
      <ActionError error={answer.error} onReread={answer.reset} />
    </div>
  );
}
