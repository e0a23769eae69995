"use client";

import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { ActionError } from "@/components/forms/action-error";
import { Reauthenticate } from "@/components/forms/reauthenticate";
import { Button } from "@/components/ui/button";
import { longDay } from "@/components/ui/format-moment";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import type { Offer } from "@/lib/organizations/schema.convener";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";

/** An offer of the term that waits: for the organization asked to answer, for the convener to take back. */
export function OfferNotice({ offer, again }: { offer: Offer; again: boolean }) {
  const t = useTranslations("organizations.term");
  const locale = useLocale();
  const router = useRouter();
  const { id, from, to, scope, offeredAt, mayAnswer, mayWithdraw } = offer;
  const mutation = useMutation(
    api.convening.answer.mutationOptions({
      onSuccess: (_, { answer }) => {
        showToast(t(`answered.${answer}`));
        router.refresh();
      },
    }),
  );
  const name = to.name[locale];
  const scopeText = pickLanguage(scope, locale);
  const answer = (given: "accepted" | "declined" | "withdrawn") => () => mutation.mutate({ id, answer: given });
  return (
    <section className="notice notice-amber grid max-w-[720px] gap-2">
      {mayAnswer ? (
        <>
          <h2 className="font-semibold text-h3">{t("offeredToYou", { name })}</h2>
          <p>{t("offeredToYouText", { from: from.name[locale] })}</p>
        </>
      ) : (
        <p>{t("openOffer", { name, day: longDay(new Date(offeredAt), locale) })}</p>
      )}
      {scopeText && <p lang={scopeText.lang}>{scopeText.text}</p>}
      {(mayAnswer || mayWithdraw) && again && <Reauthenticate />}
      {!again && (
        <div className="actions">
          {mayAnswer && (
            <>
              <Button variant="primary" loading={mutation.isPending} onClick={answer("accepted")}>
                {t("accept", { name })}
              </Button>
              <Button loading={mutation.isPending} onClick={answer("declined")}>
                {t("decline")}
              </Button>
            </>
          )}
          {mayWithdraw && (
            <Button loading={mutation.isPending} onClick={answer("withdrawn")}>
              {t("withdraw")}
            </Button>
          )}
        </div>
      )}
      <ActionError error={mutation.error} onReread={mutation.reset} />
    </section>
  );
}
