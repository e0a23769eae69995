"use client";

import { useTranslations } from "next-intl";
import { api } from "@/lib/api/client";
import { AnswerDates } from "./answer-dates";
import type { ShownDate } from "./shown-date";
import type { OwnAnswers } from "./use-date-answers";

type AnswerByLinkProps = {
  token: string;
  dates: readonly ShownDate[];
  corner: string;
  own: OwnAnswers & { name: string };
  /** Names what is kept on this device, without the token. */
  place: string;
};

/** Answers by a private link, for the one who is asked by it. */
export function AnswerByLink({ token, dates, corner, own, place }: AnswerByLinkProps) {
  const t = useTranslations("briefingDates.link");
  return (
    <AnswerDates
      key={own.version}
      {...{ dates, corner, place }}
      rows={[]}
      offices={[]}
      own={{ ...own, key: "own" }}
      organization={null}
      words={{ send: (count) => t("send", { count }), sent: t("sent") }}
      send={(sent, version) =>
        api.briefings.datePolls.answer.call(
          { token, ...sent },
          { context: version === null ? { ifNoneMatch: true } : { ifMatch: version } },
        )
      }
    />
  );
}
