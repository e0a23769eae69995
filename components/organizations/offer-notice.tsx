"use client";

import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { ActProblem } from "@/components/positions/act-problem";
import { Button } from "@/components/ui/button";
import { longDay } from "@/components/ui/moment";
import { tell } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import type { Offer } from "@/lib/organizations/schema.convener";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { pick } from "@/lib/platform/i18n/pick";
import { Again } from "./again";

/** An offer of the term that waits: for the organization asked to answer, for the convener to take back. */
export function OfferNotice({ offer, again }: { offer: Offer; again: boolean }) {
  const t = useTranslations("admission.convener");
  const locale = useLocale();
  const router = useRouter();
  const { id, from, to, scope, offeredAt, mayAnswer, mayWithdraw } = offer;
  const act = useMutation(
    api.convening.answer.mutationOptions({
      onSuccess: (_, { answer }) => {
        tell(t(`answered.${answer}`));
        router.refresh();
      },
    }),
  );
  const name = to.name[locale];
  const words = pick(scope, locale);
  const answer = (given: "accepted" | "declined" | "withdrawn") => () => act.mutate({ id, answer: given });
  return (
    <section className="notice notice-amber grid max-w-[720px] gap-2">
      {mayAnswer ? (
        <>
          <h2 className="font-semibold text-h3">{t("asked", { name })}</h2>
          <p>{t("askedText", { from: from.name[locale] })}</p>
        </>
      ) : (
        <p>{t("openOffer", { name, day: longDay(new Date(offeredAt), locale) })}</p>
      )}
      {words && <p lang={words.lang}>{words.text}</p>}
      {(mayAnswer || mayWithdraw) && again && <Again />}
      {!again && (
        <div className="actions">
          {mayAnswer && (
            <>
              <Button variant="primary" loading={act.isPending} onClick={answer("accepted")}>
                {t("accept", { name })}
              </Button>
              <Button loading={act.isPending} onClick={answer("declined")}>
                {t("decline")}
              </Button>
            </>
          )}
          {mayWithdraw && (
            <Button loading={act.isPending} onClick={answer("withdrawn")}>
              {t("withdraw")}
            </Button>
          )}
        </div>
      )}
      <ActProblem error={act.error} onReread={act.reset} />
    </section>
  );
}
