import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { readProblem } from "@/components/forms/read-problem";
import type { FormValues } from "@/components/forms/saved-values";
import type { FieldMistake } from "@/components/ui/field-errors";
import { api } from "@/lib/api/client";
import type { Proposal, ProposalDetail, Similar } from "@/lib/proposals/schema";
import { joined, toInput } from "./proposal-values";

type Proposing = { proposal: Proposal | null; onSaved: (saved: ProposalDetail, sent: boolean) => void };
type SaveRequest = { values: FormValues; send: boolean; over?: number | undefined };
type Warned = { about: string; nearby: Similar };

const aboutOf = (values: FormValues) => `${joined(values, "en")}\n${joined(values, "fr")}`;

/** Near sentences are shown once more before sending; if they cannot be asked for, nobody is kept from sending. */
async function findSimilar(values: FormValues, except: string | undefined): Promise<Similar> {
  const nothing: Similar = { near: [], nearProposals: [] };
  const found = await api.proposals.near
    .call({ en: joined(values, "en"), fr: joined(values, "fr") })
    .catch(() => nothing);
  return { near: found.near, nearProposals: found.nearProposals.filter(({ id }) => id !== except) };
}

/** Sending and saving, what is wrong with the fields, what is near, and what to do when somebody else saved first. */
export function useProposing({ proposal, onSaved }: Proposing) {
  const t = useTranslations("proposals.form");
  const [mistakes, setMistakes] = useState<FieldMistake[]>([]);
  const [theirs, setTheirs] = useState<ProposalDetail | null>(null);
  const [warned, setWarned] = useState<Warned | null>(null);
  const [attempts, setAttempts] = useState(0);

  const save = useMutation({
    mutationFn: async ({ values, send, over }: SaveRequest) => {
      if (send && proposal?.state !== "proposed" && warned?.about !== aboutOf(values)) {
        const nearby = await findSimilar(values, proposal?.id);
        if (nearby.near.length + nearby.nearProposals.length > 0) {
          setWarned({ about: aboutOf(values), nearby });
          return null;
        }
      }
      const input = toInput(values, send);
      if (!proposal) return api.proposals.propose.call({ ...input, organization: values.organization ?? "" });
      const ifMatch = over ?? Number(values.version);
      return api.proposals.change.call({ ...input, id: proposal.id }, { context: { ifMatch } });
    },
    onSuccess: (saved, { send }) => {
      if (saved) onSaved(saved, send);
    },
    onError: async (error) => {
      const problem = readProblem(error);
      setMistakes(problem.mistakes);
      if (problem.status === 412 && proposal) {
        setTheirs(await api.proposals.get.call({ id: proposal.id }).catch(() => null));
      }
    },
  });

  const attempt = (asked: SaveRequest) => {
    if (save.isPending) return;
    const { values } = asked;
    const found: FieldMistake[] = [];
    if (!values.theme) found.push({ field: "theme", message: t("themeMissing") });
    if (!values.regimeArea) found.push({ field: "regimeArea", message: t("areaMissing") });
    if (aboutOf(values).trim() === "") found.push({ field: "title", message: t("titleMissing") });
    setMistakes(found);
    setAttempts(attempts + 1);
    if (found.length === 0) save.mutate(asked);
  };
  const { error, isPending: saving } = save;
  const dismiss = () => setTheirs(null);
  return { attempt, attempts, mistakes, theirs, dismiss, warned, error, saving };
}
