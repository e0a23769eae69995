import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { BilingualField } from "@/components/forms/bilingual-field";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { FieldErrors } from "@/components/ui/field-errors";
import { type Option, Select } from "@/components/ui/select";
import { type EnteredKind, enteredKinds } from "@/lib/network/constants";
import type { EnteredClosing } from "@/lib/network/schema.closing-days";
import { ProvinceFields } from "./province-fields";
import { readClosingForm } from "./read-closing-form";
import type { ClosingList } from "./use-closing-list";
import { useKeepClosingDays } from "./use-keep-closing-days";

type ClosingFormProps = {
  list: ClosingList;
  /** The range that is being changed; without one another is added. */
  changing: EnteredClosing | null;
  provinces: readonly Option[];
  onDone: () => void;
};

/** One range of days by hand. What was typed stays, whatever is answered. */
export function ClosingForm({ list, changing, provinces, onDone }: ClosingFormProps) {
  const t = useTranslations("closingDays.keep");
  const kinds = useTranslations("closingDays.kinds");
  const keep = useKeepClosingDays(list);
  const [kind, setKind] = useState<EnteredKind>(changing?.kind ?? "blackout");
  const [attempt, setAttempt] = useState(0);
  const [made, setMade] = useState(0);
  // What others entered was accepted before: only what is sent from here can be wrong.
  const mistakes = readProblem(keep.error).mistakes.map(({ field, message }) => ({
    field: field.replace(/^entered\.\d+\./, ""),
    message,
  }));
  const wrong = (field: string) => mistakes.find((it) => it.field === field)?.message;
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setAttempt(attempt + 1);
    const added = [readClosingForm(new FormData(event.currentTarget), kind)];
    const removed = changing ? [changing] : [];
    const onSuccess = () => {
      setMade(made + 1);
      onDone();
    };
    keep.mutate({ added, removed }, { onSuccess });
  };
  return (
    <form key={made} method="dialog" onSubmit={send} noValidate className="grid gap-5 pt-3">
      <FieldErrors errors={mistakes} attempt={attempt} />
      <Select
        label={t("kind")}
        hint={t("kindHint")}
        name="kind"
        value={kind}
        onChange={({ target }) => setKind(enteredKinds.find((it) => it === target.value) ?? "blackout")}
        options={enteredKinds.map((value) => ({ value, label: kinds(value) }))}
        error={wrong("kind")}
      />
      <div className="flex flex-wrap items-end gap-x-4 gap-y-3">
        <DateField label={t("first")} name="firstOn" defaultValue={changing?.firstOn} error={wrong("firstOn")} />
        <DateField
          label={t("last")}
          hint={t("lastHint")}
          name="lastOn"
          defaultValue={changing?.lastOn}
          error={wrong("lastOn")}
        />
      </div>
      <BilingualField
        name="name"
        label={t("name")}
        maxLength={120}
        initial={changing?.name ?? { en: "", fr: "" }}
        errorAt={wrong}
      />
      {kind === "provincial" && (
        <ProvinceFields options={provinces} chosen={changing?.provinces ?? []} error={wrong("provinces")} />
      )}
      <div className="actions">
        <Button type="submit" variant="primary" loading={keep.isPending}>
          {changing ? t("saveChange") : t("save")}
        </Button>
        {changing && (
          <Button variant="text" onClick={onDone}>
            {t("cancel")}
          </Button>
        )}
      </div>
      <ActionError error={keep.error} onReread={keep.reset} />
    </form>
  );
}
