import { useTranslations } from "next-intl";
import { Stamp, type StampKind } from "@/components/ui/stamp";
import type { Proposal } from "@/lib/proposals/schema";

const stampKinds: Record<Proposal["state"], StampKind> = {
  drafted: "draft",
  proposed: "pen",
  opened: "usable",
  merged: "plain",
  declined: "plain",
  withdrawn: "retired",
};

/** What became of a proposal, in a word. */
export function StateStamp({ state }: Pick<Proposal, "state">) {
  const t = useTranslations("proposals.state");
  return <Stamp kind={stampKinds[state]}>{t(state)}</Stamp>;
}
