"use client";

import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { ActionError } from "@/components/forms/action-error";
import { Reauthenticate } from "@/components/forms/reauthenticate";
import { Button } from "@/components/ui/button";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import type { SignOffChange } from "@/lib/mandates/schema.changes";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { useChangeText } from "./use-change-text";

type ChangeListProps = { slug: string; changes: readonly SignOffChange[]; commitNow: boolean };

/** What waits for a second signatory, each with what the reader may answer. */
export function ChangeList({ slug, changes, commitNow }: ChangeListProps) {
  return (
    <ul className="rows">
      {changes.map((change) => (
        <ChangeRow key={change.id} slug={slug} change={change} commitNow={commitNow} />
      ))}
    </ul>
  );
}

type ChangeRowProps = { slug: string; change: SignOffChange; commitNow: boolean };

function ChangeRow({ slug, change, commitNow }: ChangeRowProps) {
  const t = useTranslations("mandates.changes");
  const locale = useLocale();
  const textOf = useChangeText(locale);
  const router = useRouter();
  const { id, viewer, proposerGone } = change;
  const answer = useMutation(
    api.organizations.changes.answer.mutationOptions({
      onSuccess: (_, { answer: given }) => {
        showToast(t(`answered.${given}`));
        router.refresh();
      },
    }),
  );
  const give = (given: "confirmed" | "declined" | "withdrawn") => () => answer.mutate({ slug, id, answer: given });
  const { title, facts, proposed } = textOf(change);
  const acts = viewer.mine || viewer.mayConfirm || viewer.mayDecline;
  return (
    <li className="grid gap-2 py-4">
      <p className="font-semibold">{title}</p>
      {facts && <p className="max-w-[72ch]">{facts}</p>}
      <p className="text-small text-ink-3">
        {proposed} {t(proposerGone ? "gone" : viewer.mine ? "waitsForOther" : "waits")}
      </p>
      {acts && !commitNow && <Reauthenticate />}
      {acts && commitNow && (
        <div className="actions">
          {viewer.mayConfirm && (
            <Button
              variant="primary"
              loading={answer.isPending}
              onClick={give("confirmed")}
              aria-label={t("confirmThis", { title })}
            >
              {t("confirm")}
            </Button>
          )}
          {viewer.mayDecline && (
            <Button loading={answer.isPending} onClick={give("declined")} aria-label={t("declineThis", { title })}>
              {t("decline")}
            </Button>
          )}
          {viewer.mine && (
            <Button loading={answer.isPending} onClick={give("withdrawn")} aria-label={t("withdrawThis", { title })}>
              {t("withdraw")}
            </Button>
          )}
        </div>
      )}
      <ActionError error={answer.error} onReread={answer.reset} />
    </li>
  );
}
