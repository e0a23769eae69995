import { useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { NeedsScript } from "@/components/ui/needs-script";
import { Section } from "@/components/ui/section";
import { DecideProposal } from "./decide-proposal";
import { JudgeParity } from "./judge-parity";
import type { ProposalFacts } from "./load-proposals";

/** Where the convener decides; nothing for everybody else. */
export function DecisionDesk({ facts: { proposal, propositions } }: { facts: ProposalFacts }) {
  const t = useTranslations("proposals");
  const { viewer, title, statement } = proposal;
  if (!viewer.mayDecide) return null;
  const whole = Boolean(title.en && title.fr && statement.en && statement.fr);
  return (
    <ProvideMessages of={["proposals.decide", "proposals.form", "proposals.judge", "proposals.parity"]}>
      {whole && (
        <Section title={t("judge.title")} id="languages">
          <JudgeParity key={proposal.version} id={proposal.id} version={proposal.version} parity={proposal.parity} />
        </Section>
      )}
      <Section title={t("decide.title")} id="decide">
        <div className="grid gap-4 pt-4">
          {viewer.own && <p className="notice notice-amber max-w-measure">{t("decide.ownInterest")}</p>}
          <NeedsScript what="form" />
          <DecideProposal proposal={proposal} propositions={propositions} />
        </div>
      </Section>
    </ProvideMessages>
  );
}
