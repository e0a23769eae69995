"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { BilingualField } from "@/components/forms/bilingual-field";
import { readProblem } from "@/components/forms/read-problem";
import { RestoredNotice } from "@/components/forms/restored-notice";
import type { FormValues } from "@/components/forms/saved-values";
import { useAutosave } from "@/components/forms/use-autosave";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { FieldErrors, type FieldMistake } from "@/components/ui/field-errors";
import { LateDiff } from "@/components/ui/late-diff";
import { ButtonLink } from "@/components/ui/link";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";
import type { Proposition } from "@/lib/propositions/schema";
import { useProposalText } from "./use-proposal-text";

type InForce = Pick<Proposition, "slug" | "title" | "statement" | "version">;
type RewordFormProps = { current: InForce; positionCount: number; writer: string };

const keys = ["title.en", "statement.en", "title.fr", "statement.fr"] as const;
type Key = (typeof keys)[number];
const textAt = (words: InForce, key: Key) =>
  words[key.slice(0, -3) as "title" | "statement"][key.endsWith("en") ? "en" : "fr"];
const textOf = (values: FormValues, key: Key) => (values[key] ?? "").trim();

/** The new words beside the ones in force, and what follows for whoever stands on those. */
export function RewordForm({ current: words, positionCount: held, writer }: RewordFormProps) {
  const t = useTranslations("proposals.reword");
  const form = useTranslations("proposals.form");
  const router = useRouter();
  const [missing, setMissing] = useState<FieldMistake[]>([]);
  const [attempts, setAttempts] = useState(0);
  const back = `/propositions/${words.slug}`;
  const initial: FormValues = { parity: "", ...Object.fromEntries(keys.map((key) => [key, textAt(words, key)])) };
  const saved = useAutosave<FormValues>(`concerted:rewording:${writer}:${words.slug}`, initial);
  const { values, change } = saved;
  const act = useMutation({
    mutationFn: () => {
      const pair = (part: "title" | "statement") => ({
        en: textOf(values, `${part}.en`),
        fr: textOf(values, `${part}.fr`),
      });
      return api.proposals.reword.call(
        { slug: words.slug, title: pair("title"), statement: pair("statement"), parity: "equal" },
        { context: { ifMatch: words.version } },
      );
    },
    onSuccess: ({ version }) => {
      saved.clear();
      showToast(t("saved", { number: version }));
      router.replace(back);
      router.refresh();
    },
  });
  const { mistakes, status } = readProblem(act.error);
  const all = missing.length > 0 ? missing : mistakes;
  const errors = Object.fromEntries(all.map(({ field, message }) => [field, message]));
  const changed = keys.filter((key) => textOf(values, key) !== textAt(words, key));
  const text = useProposalText({ values, change, errors });
  return (
    <form
      method="dialog"
      noValidate
      className="grid max-w-[880px] gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        if (act.isPending) return;
        const unsaid = values.parity === "yes" ? [] : [{ field: "parity", message: t("parityMissing") }];
        setMissing(unsaid);
        setAttempts(attempts + 1);
        if (unsaid.length === 0) act.mutate();
      }}
    >
      {saved.restored && <RestoredNotice text={form("restored")} drop={form("clear")} onDrop={() => saved.reset()} />}
      <FieldErrors errors={all} attempt={attempts} />
      <BilingualField {...text("title")} />
      <BilingualField {...text("statement")} />
      <section aria-labelledby="difference" className="grid gap-2" aria-live="polite">
        <h3 id="difference" className="font-semibold text-h3">
          {t("difference")}
        </h3>
        {changed.length === 0 && <p className="text-ink-2">{t("noDifference")}</p>}
        {changed.map((key) => (
          <LateDiff key={key} before={textAt(words, key)} after={textOf(values, key)} lang={key.slice(-2)} />
        ))}
      </section>
      <div className="notice notice-pen max-w-measure">
        <p className="font-semibold">{t("follows")}</p>
        <ul className="list-disc pl-5">
          <li>{t("stances", { count: held })}</li>
          <li>{t("silent")}</li>
          <li>{t("forGood")}</li>
        </ul>
      </div>
      <Checkbox
        name="parity"
        label={t("parity")}
        checked={values.parity === "yes"}
        error={errors.parity}
        onChange={(event) => change("parity", event.target.checked ? "yes" : "")}
      />
      {status === 412 ? (
        <div role="alert" className="notice notice-amber grid gap-2">
          <p>{t("conflict")}</p>
          <div>
            <Button onClick={() => router.refresh()}>{t("again")}</Button>
          </div>
        </div>
      ) : (
        <ActionError error={act.error} onReread={act.reset} />
      )}
      <div className="actions act-bar">
        <Button
          type="submit"
          variant="primary"
          loading={act.isPending}
          reason={changed.length === 0 ? t("noDifference") : undefined}
        >
          {t("save", { number: words.version + 1 })}
        </Button>
        <ButtonLink href={back} variant="text">
          {form("cancel")}
        </ButtonLink>
      </div>
    </form>
  );
}
