"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import { RestoredNotice } from "@/components/forms/restored-notice";
import type { FormValues } from "@/components/forms/saved-values";
import { useAutosave } from "@/components/forms/use-autosave";
import { Button } from "@/components/ui/button";
import { FieldErrors } from "@/components/ui/field-errors";
import { IconButton } from "@/components/ui/icon-button";
import { Plus, Trash2 } from "@/components/ui/icons";
import type { Option } from "@/components/ui/select";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { maxUpdates } from "@/lib/briefings/constants";
import type { OwnFiling } from "@/lib/briefings/schema.updates";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { UpdateLineFields } from "./update-line-fields";
import { fieldInUpdate, fileInput, lineNames, nextLine, valuesOfFiling, writtenLines } from "./update-values";

type UpdateFormProps = { filing: OwnFiling; themes: readonly Option[]; writer: string };

/** What one organization tells the others, in five lines at most. What is typed is kept on this device until it is filed. */
export function UpdateForm({ filing, themes, writer }: UpdateFormProps) {
  const t = useTranslations("agendaDesk.updates");
  const router = useRouter();
  const [attempts, setAttempts] = useState(0);
  const key = { id: filing.briefing.slug, organization: filing.organization.slug };
  const place = `concerted:update:${writer}:${key.id}:${key.organization}`;
  const saved = useAutosave<FormValues>(place, valuesOfFiling(filing), filing.version);
  const { values, change, reset } = saved;
  // A colleague filed meanwhile: what was typed over the earlier lines is not stored over theirs unasked.
  const overtaken = filing.version > (saved.version ?? filing.version);
  const file = useMutation({
    mutationFn: () =>
      api.briefings.updates.file.call(fileInput(values, key), {
        context: { ifMatch: saved.version ?? filing.version },
      }),
    onSuccess: (now) => {
      reset(valuesOfFiling(now), now.version);
      showToast(t(now.lines.length > 0 ? "saved" : "withdrawn"));
      router.refresh();
    },
    onError: (error) => {
      if (readProblem(error).status === 412) router.refresh();
    },
  });
  const problem = readProblem(file.error);
  const mistakes = problem.mistakes.map((it) => ({ ...it, field: fieldInUpdate(it.field, values) }));
  const names = lineNames(values);
  const lines = (next: readonly string[]) => change("lines", next.join(" "));
  const goOn = (over: FormValues) => {
    file.reset();
    reset(over, filing.version);
  };
  return (
    <form
      method="dialog"
      noValidate
      className="grid max-w-[1040px] gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (file.isPending || overtaken) return;
        setAttempts(attempts + 1);
        file.mutate();
      }}
    >
      {saved.restored && !overtaken && (
        <RestoredNotice text={t("restored")} drop={t("drop2")} onDrop={() => reset(valuesOfFiling(filing))} />
      )}
      <FieldErrors errors={mistakes} attempt={attempts} />
      <ol className="grid gap-6">
        {names.map((name, at) => (
          <li key={name} className="grid gap-3 border-rule border-l-2 pl-4">
            <div className="flex items-center">
              <h3 className="mr-auto font-semibold">{t("line", { number: at + 1 })}</h3>
              <IconButton
                label={t("drop", { number: at + 1 })}
                icon={<Trash2 />}
                onClick={() => lines(names.filter((it) => it !== name))}
              />
            </div>
            <UpdateLineFields
              {...{ name, values, change, themes }}
              errorAt={(field) => mistakes.find((it) => it.field === field)?.message}
            />
          </li>
        ))}
      </ol>
      <div>
        <Button
          icon={<Plus />}
          reason={names.length >= maxUpdates ? t("full") : undefined}
          onClick={() => lines([...names, nextLine(values)])}
        >
          {t("add")}
        </Button>
      </div>
      {overtaken && (
        <div role="alert" className="notice notice-amber">
          <p>{t("changed")}</p>
          <div className="actions">
            <Button variant="primary" onClick={() => goOn(values)}>
              {t("mine")}
            </Button>
            <Button onClick={() => goOn(valuesOfFiling(filing))}>{t("theirs")}</Button>
          </div>
        </div>
      )}
      {!overtaken && problem.status !== 412 && <ActionError error={file.error} onReread={file.reset} />}
      <div className="actions act-bar">
        <Button type="submit" variant="primary" loading={file.isPending} reason={overtaken ? t("changed") : undefined}>
          {t(writtenLines(values).length > 0 || filing.version === 0 ? "save" : "withdraw")}
        </Button>
      </div>
      <p className="text-ink-3 text-small">{t("keptOn")}</p>
    </form>
  );
}
