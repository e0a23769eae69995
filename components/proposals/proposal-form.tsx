"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useMemo, useRef } from "react";
import { ActionError } from "@/components/forms/action-error";
import { RestoredNotice } from "@/components/forms/restored-notice";
import type { FormValues } from "@/components/forms/saved-values";
import { useAutosave } from "@/components/forms/use-autosave";
import { Button } from "@/components/ui/button";
import { FieldErrors } from "@/components/ui/field-errors";
import { Send } from "@/components/ui/icons";
import { ButtonLink } from "@/components/ui/link";
import { showToast } from "@/components/ui/toast";
import { useRouter } from "@/lib/platform/i18n/navigation";
import type { Proposal, Similar } from "@/lib/proposals/schema";
import { ProposalConflict } from "./proposal-conflict";
import { ProposalFields, type ProposalOptions } from "./proposal-fields";
import { emptyProposal, valuesOf } from "./proposal-values";
import { SimilarPropositions } from "./similar-propositions";
import { useProposing } from "./use-proposing";

type ProposalFormProps = ProposalOptions & {
  proposal: Proposal | null;
  /** Whose words are kept on this device: another person at the same desk does not get them. */
  writer: string;
};

/** Writing a proposal, or writing it anew. Nothing typed is lost: not to a mistake, a colleague, a closed window or a cut line. */
export function ProposalForm({ proposal, writer, organizations, themes, areas }: ProposalFormProps) {
  const t = useTranslations("proposals.form");
  const locale = useLocale();
  const router = useRouter();
  const initial = proposal ? valuesOf(proposal) : emptyProposal(organizations[0]?.value ?? "");
  const saved = useAutosave<FormValues>(`concerted:proposal:${writer}:${proposal?.id ?? "new"}`, initial);
  const { values } = saved;
  const drafted = proposal === null || proposal.state === "drafted";
  const work = useProposing({
    proposal,
    onSaved: ({ id }, sent) => {
      saved.clear();
      showToast(t(!drafted ? "saved" : sent ? "sent" : "drafted"));
      router.replace(`/propositions/proposals/${id}`);
      router.refresh();
    },
  });
  const { mistakes, theirs, warned } = work;
  const pointed = useMemo(
    () =>
      mistakes.map((it) =>
        /^(title|statement|reason)$/.test(it.field) ? { ...it, field: `${it.field}.${locale}` } : it,
      ),
    [mistakes, locale],
  );
  const errors = Object.fromEntries(mistakes.map(({ field, message }) => [field, message]));
  const attempt = (send: boolean, over?: number) => work.attempt({ values, send, over });
  const take = () => {
    if (!theirs) return;
    saved.reset(valuesOf(theirs));
    work.dismiss();
    router.refresh();
  };
  return (
    <form
      method="dialog"
      noValidate
      className="grid max-w-[880px] gap-6"
      onSubmit={(event) => {
        event.preventDefault();
        attempt(true);
      }}
    >
      {theirs && (
        <ProposalConflict
          theirs={theirs}
          mine={values}
          onMine={() => attempt(!drafted, theirs.version)}
          onTheirs={take}
        />
      )}
      {saved.restored && !theirs && (
        <RestoredNotice text={t("restored")} drop={t("clear")} onDrop={() => saved.reset()} />
      )}
      <FieldErrors errors={pointed} attempt={work.attempts} />
      <ProposalFields
        {...{ organizations, themes, areas, values, errors }}
        change={saved.change}
        id={proposal?.id}
        disputed={proposal?.parity === "disputed"}
      />
      <div className="grid gap-3">
        {warned && <Warning nearby={warned.nearby} />}
        {!theirs && <ActionError error={work.error} />}
        <div className="actions act-bar">
          <Button type="submit" variant="primary" loading={work.saving} icon={drafted ? <Send /> : undefined}>
            {t(!drafted ? "save" : warned ? "sendAnyway" : "send")}
          </Button>
          {drafted && (
            <Button loading={work.saving} onClick={() => attempt(false)}>
              {t("saveDraft")}
            </Button>
          )}
          {proposal && (
            <ButtonLink href={`/propositions/proposals/${proposal.id}`} variant="text">
              {t("cancel")}
            </ButtonLink>
          )}
        </div>
        <p className="text-small text-ink-3">{t("kept")}</p>
      </div>
    </form>
  );
}

/** Shown once more before it goes: perhaps the question is asked already. */
function Warning({ nearby }: { nearby: Similar }) {
  const t = useTranslations("proposals.similar");
  const ref = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new warning takes focus
  useEffect(() => ref.current?.focus(), [nearby]);
  return (
    <section ref={ref} tabIndex={-1} className="notice notice-amber grid gap-3 py-1" aria-labelledby="near-before">
      <p>
        <b id="near-before">{t("before", { count: nearby.near.length + nearby.nearProposals.length })}</b> {t("text")}
      </p>
      <SimilarPropositions nearby={nearby} />
    </section>
  );
}
