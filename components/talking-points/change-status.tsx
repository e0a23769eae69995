"use client";

import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { BilingualField } from "@/components/forms/bilingual-field";
import { readProblem } from "@/components/forms/read-problem";
import { useAction } from "@/components/forms/use-action";
import { Button } from "@/components/ui/button";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { DateField } from "@/components/ui/date-field";
import { FieldErrors } from "@/components/ui/field-errors";
import { longDay } from "@/components/ui/format-moment";
import { api } from "@/lib/api/client";
import { noonOf } from "@/lib/platform/time/noon-of";
import type { TalkingPointStatus } from "@/lib/talking-points/constants";
import type { TalkingPoint } from "@/lib/talking-points/schema";
import { ChoosePoint } from "./choose-point";
import { toBilingual } from "./to-bilingual";

type ChangeStatusProps = {
  slug: string;
  /** In whose name it is said, and that name where it is shown. */
  organization: string;
  name: string | null;
  to: readonly TalkingPointStatus[];
  /** The words in force: "usable" belongs to a version. */
  number: number;
  reviewBy: string;
};

type Replacement = Pick<TalkingPoint, "slug" | "title">;

/** What a point becomes, each with what follows and, where others need it, the reason. */
export function ChangeStatus({ to, name, ...rest }: ChangeStatusProps) {
  const t = useTranslations("talkingPoints.changeStatus");
  if (to.length === 0) return null;
  return (
    <div className="grid gap-1">
      {name && <p className="text-small text-ink-2">{t("by", { organization: name })}</p>}
      {to.map((status) => (
        <StatusForm key={status} status={status} {...rest} />
      ))}
    </div>
  );
}

type StatusFormProps = Omit<ChangeStatusProps, "to" | "name"> & { status: TalkingPointStatus };

function StatusForm({ status, slug, organization, number, reviewBy }: StatusFormProps) {
  const t = useTranslations("talkingPoints.changeStatus");
  const locale = useLocale();
  const [texts, setTexts] = useState({ "reason.en": "", "reason.fr": "", "caution.en": "", "caution.fr": "" });
  const [review, setReview] = useState("");
  const [replacedBy, setReplacedBy] = useState<Replacement | null>(null);
  const pair = (name: "reason" | "caution") => toBilingual({ en: texts[`${name}.en`], fr: texts[`${name}.fr`] });
  const withReason = status === "cautioned" || status === "retired";
  const act = useAction(
    () =>
      api.talkingPoints.changeStatus.call({
        ...{ id: slug, onBehalfOf: organization, status, version: number },
        ...(withReason && { reason: pair("reason") }),
        ...(status === "cautioned" && { caution: pair("caution") }),
        ...(review && { reviewBy: review }),
        ...(replacedBy && { replacedBy: replacedBy.slug }),
      }),
    () => t(`done.${status}`, { number }),
  );
  // Two organizations may say the same of one point: the names of fields are of one form alone.
  const form = `${organization}-${status}`;
  const { mistakes } = readProblem(act.error);
  const field = (name: "reason" | "caution") => (
    <BilingualField
      name={name}
      id={`${form}-${name}`}
      label={t(name)}
      rows={2}
      required={false}
      bind={(language) => ({
        value: texts[`${name}.${language}`],
        onChange: (event) => setTexts({ ...texts, [`${name}.${language}`]: event.target.value }),
      })}
      errorAt={(at) => mistakes.find((it) => it.field === at)?.message}
    />
  );
  return (
    <ConfirmDetails label={t(`verb.${status}`, { number })}>
      <p>{t(`follows.${status}`, { number })}</p>
      <FieldErrors errors={mistakes.map((it) => ({ ...it, field: `${form}-${it.field}` }))} />
      {withReason && field("reason")}
      {status === "cautioned" && field("caution")}
      {status === "retired" && (
        <ChoosePoint
          name={`${form}-replacedBy`}
          label={t("replacedBy")}
          except={slug}
          value={replacedBy}
          onChange={setReplacedBy}
          error={mistakes.find((it) => it.field === "replacedBy")?.message}
        />
      )}
      {status !== "retired" && (
        <DateField
          name={`${form}-reviewBy`}
          label={t("reviewBy")}
          optional
          value={review}
          onChange={(event) => setReview(event.target.value)}
          hint={t("reviewHint", { day: longDay(noonOf(reviewBy), locale) })}
          error={mistakes.find((it) => it.field === "reviewBy")?.message}
        />
      )}
      <div>
        <Button
          variant={status === "retired" ? "danger" : "primary"}
          loading={act.isPending}
          onClick={() => act.mutate()}
        >
          {t(`verb.${status}`, { number })}
        </Button>
      </div>
      <ActionError error={act.error} onReread={act.reset} />
    </ConfirmDetails>
  );
}
