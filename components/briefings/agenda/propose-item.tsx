"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { BilingualField, bindLanguages } from "@/components/forms/bilingual-field";
import { readProblem } from "@/components/forms/read-problem";
import type { FormValues } from "@/components/forms/saved-values";
import { useAction } from "@/components/forms/use-action";
import { bindField, useAutosave } from "@/components/forms/use-autosave";
import { Button } from "@/components/ui/button";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { FieldErrors } from "@/components/ui/field-errors";
import { type Option, Select } from "@/components/ui/select";
import { TextField } from "@/components/ui/text-field";
import { api } from "@/lib/api/client";
import {
  itemMinutesLimit,
  itemTitleCharacters,
  proposableKinds,
  type ThingKind,
  usualMinutes,
  whyCharacters,
} from "@/lib/briefings/constants.agenda";
import { pairOf } from "./agenda-values";
import { cited, type ThingOptions } from "./thing-options";

type ProposeItemProps = { briefing: string; organizations: readonly Option[]; things: ThingOptions };

const empty: FormValues = { kind: "free", about: "", minutes: String(usualMinutes) };

/** An item that a member would have the meeting speak about. */
export function ProposeItem({ briefing, organizations, things }: ProposeItemProps) {
  const t = useTranslations("agendaDesk");
  const [attempts, setAttempts] = useState(0);
  const saved = useAutosave<FormValues>(`concerted:agenda-item:${briefing}`, empty);
  const { values, change } = saved;
  const kind = (values.kind || "free") as (typeof proposableKinds)[number];
  const organization = values.onBehalfOf || organizations[0]?.value || "";
  const propose = useAction(
    async () => {
      const answer = await api.briefings.agenda.propose.call({
        ...{ id: briefing, onBehalfOf: organization, kind, minutes: Number(values.minutes) },
        ...(kind !== "free" && values.about && { about: values.about }),
        ...{ title: pairOf(values, "title"), why: pairOf(values, "why") },
      });
      saved.reset();
      return answer;
    },
    () => t("call.sent"),
  );
  const { mistakes } = readProblem(propose.error);
  const errorAt = (field: string) => mistakes.find((it) => it.field === field)?.message;
  const bind = (name: string) => ({ ...bindField(name, values, change), error: errorAt(name) });
  return (
    <ConfirmDetails label={t("call.propose")}>
      <form
        method="dialog"
        noValidate
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          setAttempts(attempts + 1);
          if (!propose.isPending) propose.mutate();
        }}
      >
        <FieldErrors errors={mistakes} attempt={attempts} />
        {organizations.length > 1 && (
          <Select label={t("call.for")} options={organizations} {...bind("onBehalfOf")} value={organization} />
        )}
        <Select
          label={t("call.kind")}
          options={proposableKinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
          {...bind("kind")}
          onChange={(event) => {
            change("kind", event.target.value);
            change("about", "");
          }}
        />
        {kind !== "free" && (
          <Select
            label={t("call.thing")}
            options={[
              { value: "", label: t("call.choose") },
              ...things[kind as ThingKind].map((it) => ({ value: it.ref, label: cited(it) })),
            ]}
            {...bind("about")}
          />
        )}
        <BilingualField
          name="title"
          label={t("edit.itemTitle")}
          hint={t(kind === "free" ? "edit.freeTitle" : "edit.titleHint")}
          bind={bindLanguages("title", values, change)}
          maxLength={itemTitleCharacters}
          required={false}
          errorAt={errorAt}
        />
        <BilingualField
          name="why"
          label={t("edit.why")}
          rows={2}
          bind={bindLanguages("why", values, change)}
          maxLength={whyCharacters}
          required={false}
          errorAt={errorAt}
        />
        <TextField
          label={t("edit.itemMinutes")}
          type="number"
          inputMode="numeric"
          min={0}
          max={itemMinutesLimit}
          className="max-w-24"
          {...bind("minutes")}
        />
        <ActionError error={propose.error} onReread={propose.reset} />
        <div className="actions">
          <Button type="submit" variant="primary" loading={propose.isPending}>
            {t("call.send")}
          </Button>
        </div>
      </form>
    </ConfirmDetails>
  );
}
