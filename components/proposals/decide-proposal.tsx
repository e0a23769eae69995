"use client";

import { useMutation } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import type { FormValues } from "@/components/forms/saved-values";
import { bindField, useAutosave } from "@/components/forms/use-autosave";
import { Button } from "@/components/ui/button";
import { FieldErrors } from "@/components/ui/field-errors";
import { RadioCards } from "@/components/ui/radio-cards";
import { TextArea } from "@/components/ui/text-area";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";
import type { ProposalDetail } from "@/lib/proposals/schema";
import { type Candidate, MergeTarget } from "./merge-target";

type DecideProposalProps = { proposal: ProposalDetail; propositions: readonly Candidate[] };

const decisions = ["open", "merge", "decline"] as const;
type ProposalDecision = (typeof decisions)[number];

/** One of three decisions. What follows is said before the button, and what stands in the way in its place. */
export function DecideProposal({ proposal, propositions }: DecideProposalProps) {
  const t = useTranslations("proposals.decide");
  const router = useRouter();
  const { id, version } = proposal;
  const { values, change, clear } = useAutosave<FormValues>(`concerted:decide:${id}`, {
    choice: "",
    into: "",
    answer: "",
  });
  const choice = decisions.find((it) => it === values.choice) ?? null;
  const into = propositions.find(({ slug }) => slug === (values.into || proposal.near[0]?.slug));
  const answer = (values.answer ?? "").trim();
  const act = useMutation({
    mutationFn: (decided: ProposalDecision) => {
      const seen = { context: { ifMatch: version } };
      if (decided === "open") return api.proposals.open.call({ id }, seen);
      if (decided === "merge") return api.proposals.merge.call({ id, into: into?.slug ?? "" }, seen);
      return api.proposals.decline.call({ id, answer }, seen);
    },
    onSuccess: (_, decided) => {
      showToast(t(`done.${decided}`));
      clear();
      router.refresh();
    },
  });
  const { mistakes } = readProblem(act.error);
  const obstacle = choice === "open" ? proposal.viewer.obstacle : null;
  const cards = decisions.map((value) => ({ value, label: t(`decision.${value}`), hint: t(`meaning.${value}`) }));
  return (
    <form
      method="dialog"
      noValidate
      className="grid gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (choice && !obstacle && !act.isPending) act.mutate(choice);
      }}
    >
      <FieldErrors errors={mistakes} />
      <RadioCards
        name="choice"
        label={<span className="sr-only">{t("question")}</span>}
        cards={cards}
        value={choice}
        onChange={(value) => change("choice", value)}
      />
      {choice === "merge" && (
        <MergeTarget
          proposal={proposal}
          propositions={propositions}
          into={into}
          onChoose={(slug) => change("into", slug)}
          error={mistakes.find(({ field }) => field === "into")?.message}
        />
      )}
      {choice === "decline" && (
        <TextArea
          label={t("answer")}
          hint={t("answerHint")}
          rows={4}
          error={mistakes.find(({ field }) => field === "answer")?.message}
          {...bindField("answer", values, change)}
        />
      )}
      <div aria-live="polite" className="max-w-measure">
        {choice ? (
          <Follows choice={choice} obstacle={obstacle} into={into} />
        ) : (
          <p className="text-ink-2">{t("pick")}</p>
        )}
      </div>
      {choice && !obstacle && (
        <div className="actions act-bar">
          <Button type="submit" variant={choice === "decline" ? "danger" : "primary"} loading={act.isPending}>
            {t(`decision.${choice}`)}
          </Button>
        </div>
      )}
      <ActionError error={act.error} onReread={act.reset} />
    </form>
  );
}

type FollowsProps = {
  choice: ProposalDecision;
  obstacle: ProposalDetail["viewer"]["obstacle"];
  into: Candidate | undefined;
};

function Follows({ choice, obstacle, into }: FollowsProps) {
  const t = useTranslations("proposals.decide");
  if (obstacle) return <p className="notice notice-amber">{t(`obstacle.${obstacle}`)}</p>;
  const open = ["number", "silent", "forGood"] as const;
  return (
    <div className="notice notice-pen">
      <p className="font-semibold">{t("follows")}</p>
      {choice === "open" && (
        <ul className="list-disc pl-5">
          {open.map((it) => (
            <li key={it}>{t(`openFollows.${it}`)}</li>
          ))}
        </ul>
      )}
      {choice === "merge" && <MergeFollows into={into} />}
      {choice === "decline" && <p>{t("declineFollows")}</p>}
    </div>
  );
}

function MergeFollows({ into }: { into: Candidate | undefined }) {
  const t = useTranslations("proposals.decide");
  const locale = useLocale();
  return <p>{t("mergeFollows", { title: into?.title[locale] ?? "" })}</p>;
}
