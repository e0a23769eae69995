"use client";

import { useLocale, useTranslations } from "next-intl";
import { useMemo } from "react";
import { RestoredNotice } from "@/components/forms/restored-notice";
import { Button } from "@/components/ui/button";
import { ErrorBlock } from "@/components/ui/error-block";
import { FieldErrors, type FieldMistake } from "@/components/ui/field-errors";
import { longDay } from "@/components/ui/format-moment";
import { ButtonLink } from "@/components/ui/link";
import { showToast } from "@/components/ui/toast";
import { useTimeOfDay } from "@/components/ui/use-time-of-day";
import { useRouter } from "@/lib/platform/i18n/navigation";
import type { Position, PositionKey } from "@/lib/positions/schema";
import { ActionError } from "../forms/action-error";
import { isSameValues } from "../forms/saved-values";
import { useAutosave } from "../forms/use-autosave";
import { useReconnection } from "../forms/use-reconnection";
import { ConflictBlock } from "./conflict-block";
import { DraftFields } from "./draft-fields";
import { emptyDraft, valuesOf } from "./draft-values";
import { positionHref } from "./position-href";
import { useDraftSaving } from "./use-draft-saving";

type DraftFormProps = {
  positionKey: PositionKey;
  position: Pick<Position, "version" | "draft" | "standing"> | null;
  organization: string;
  /** Whose text is saved on this device: another person at the same desk does not get them. */
  writer: string;
  /** There is something to go back to. */
  leavable: boolean;
};

/** What is wrong with a pair of texts is put right in the reader's language first. */
const pointAt = (mistake: FieldMistake, locale: string): FieldMistake =>
  mistake.field === "reservation" || mistake.field === "rationale"
    ? { ...mistake, field: `${mistake.field}.${locale}` }
    : mistake;

/** Writing a stance with its reasons. Nothing typed is lost: not to a mistake, a colleague, a closed window or a cut line. */
export function DraftForm({ positionKey, position, organization, writer, leavable }: DraftFormProps) {
  const t = useTranslations("positions.form");
  const locale = useLocale();
  const timeOfDay = useTimeOfDay();
  const router = useRouter();
  const here = positionHref(positionKey.organization, positionKey.proposition);
  const initial = useMemo(() => valuesOf(position), [position]);
  const key = `concerted:draft:${writer}:${positionKey.organization}/${positionKey.proposition}`;
  const saved = useAutosave(key, initial, position?.version ?? null);
  const saving = useDraftSaving({
    positionKey,
    version: saved.version ?? null,
    onSaved: () => {
      saved.clear();
      showToast(t("saved", { organization }));
      router.replace(here, { scroll: false });
      router.refresh();
    },
  });
  const { values } = saved;
  const { mistakes, theirs, unsent } = saving;
  useReconnection(unsent, () => saving.again(values));
  const errors = Object.fromEntries(mistakes.map(({ field, message }) => [field, message]));
  // A new list takes focus, so it is made once for each refusal and not at every letter.
  const pointed = useMemo(() => mistakes.map((it) => pointAt(it, locale)), [mistakes, locale]);
  const restoredAt = saved.restored?.at;
  const take = () => {
    if (!theirs) return;
    saved.reset(valuesOf(theirs), theirs.version);
    saving.dismiss();
    router.refresh();
  };
  return (
    <form
      className="grid gap-6"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        saving.attempt(values);
      }}
    >
      {theirs && (
        <ConflictBlock
          theirs={theirs}
          mine={values}
          onMine={() => saving.attempt(values, theirs.version)}
          onTheirs={take}
        />
      )}
      {restoredAt && !isSameValues(values, initial) && (
        <RestoredNotice
          text={t("restored", { day: longDay(restoredAt, locale), time: timeOfDay(restoredAt) })}
          drop={t(isSameValues(initial, emptyDraft) ? "dropFirst" : "drop")}
          onDrop={() => saved.reset()}
        />
      )}
      <FieldErrors errors={pointed} />
      <DraftFields values={values} change={saved.change} errors={errors} organization={organization} />
      <div className="grid gap-3">
        {unsent ? <ErrorBlock live title={t("unsent")} /> : !theirs && <ActionError error={saving.error} />}
        <div className="actions act-bar">
          <Button type="submit" variant="primary" loading={saving.saving}>
            {t("save")}
          </Button>
          {leavable && (
            <ButtonLink href={here} variant="text" scroll={false}>
              {t("cancel")}
            </ButtonLink>
          )}
        </div>
      </div>
    </form>
  );
}
