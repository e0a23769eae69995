"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Option, Select } from "@/components/ui/select";
import { api } from "@/lib/api/client";
import { AnswerDates } from "./answer-dates";
import type { PollTableProps } from "./poll-table";
import type { OwnAnswers } from "./use-date-answers";

type AnswerForOrganizationProps = Pick<PollTableProps, "dates" | "rows" | "offices" | "corner"> & {
  id: string;
  /** Those for which the reader answers, with what was said before. */
  own: readonly (OwnAnswers & { key: string; name: string })[];
  writer: string;
};

/** Answers by account, for one of the organizations that the reader belongs to. */
export function AnswerForOrganization({ id, own, writer, ...table }: AnswerForOrganizationProps) {
  const t = useTranslations("briefingDates");
  const [chosen, setChosen] = useState(own[0]?.key);
  const one = own.find((it) => it.key === chosen) ?? own[0];
  if (!one) return null;
  const { key: organization, name } = one;
  const options: Option[] = own.map((it) => ({ value: it.key, label: it.name }));
  return (
    <>
      {own.length > 1 && (
        <Select
          name="answers-for"
          label={t("answersFor")}
          options={options}
          value={organization}
          onChange={(event) => setChosen(event.target.value)}
        />
      )}
      <AnswerDates
        key={`${organization} ${one.version}`}
        {...table}
        own={one}
        organization={name}
        place={`concerted:dates:${writer}:${id}:${organization}`}
        words={{ send: (count) => t("send", { organization: name, count }), sent: t("sent", { organization: name }) }}
        send={(sent, version) =>
          api.briefings.dates.answer.call(
            { id, organization, ...sent },
            { context: version === null ? { ifNoneMatch: true } : { ifMatch: version } },
          )
        }
      />
    </>
  );
}
