import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/link";
import { NeedsScript } from "@/components/ui/needs-script";
import { PageHead } from "@/components/ui/page-head";
import { SideLayout, SideSection } from "@/components/ui/side";
import { useCodeLabel } from "@/components/ui/use-code-label";
import type { Proposal } from "@/lib/proposals/schema";
import { regimeAreas } from "@/lib/propositions/schema";
import type { ProposingFacts } from "./load-proposals";
import { ProposalForm } from "./proposal-form";

const steps = ["read", "opened", "merged", "declined"] as const;
const advice = ["neutral", "single", "plain"] as const;

/** The form for a new proposal, and beside it what makes a good one and what happens then. */
export function ProposeView({ facts }: { facts: ProposingFacts }) {
  const t = useTranslations("proposals.form");
  const list = useTranslations("proposals.list");
  return (
    <>
      <Breadcrumb steps={[{ label: list("title"), href: "/propositions/proposals" }]} />
      <PageHead title={t("title")}>{t("lede")}</PageHead>
      {facts.organizations.length === 0 ? (
        <EmptyState action={<ButtonLink href="/propositions/proposals">{list("all")}</ButtonLink>}>
          {t("nobody")}
        </EmptyState>
      ) : (
        <SideLayout
          label={t("next")}
          side={
            <>
              <SideSection as="h2" title={t("good")}>
                <ul className="grid list-disc gap-2 pl-5">
                  {advice.map((it) => (
                    <li key={it}>{t(`advice.${it}`)}</li>
                  ))}
                </ul>
              </SideSection>
              <SideSection as="h2" title={t("next")}>
                <ul className="grid list-disc gap-2 pl-5">
                  {steps.map((it) => (
                    <li key={it}>{t(`steps.${it}`)}</li>
                  ))}
                </ul>
              </SideSection>
            </>
          }
        >
          <div className="pt-5">
            <WritingPart facts={facts} proposal={null} />
          </div>
        </SideLayout>
      )}
    </>
  );
}

/** The form with what it offers to choose from. */
export function WritingPart({ facts, proposal }: { facts: ProposingFacts; proposal: Proposal | null }) {
  const words = useCodeLabel();
  const locale = useLocale();
  const { organizations, themes, writer } = facts;
  return (
    <>
      <NeedsScript what="form" />
      <ProvideMessages
        of={["proposals.conflict", "proposals.form", "proposals.list", "proposals.parity", "proposals.similar"]}
      >
        <ProposalForm
          proposal={proposal}
          writer={writer}
          organizations={organizations.map((it) => ({
            value: it.slug,
            label: locale === "fr" ? it.nameFr : it.nameEn,
          }))}
          themes={themes.map(({ slug, title, regimeArea }) => ({
            value: slug,
            label: title[locale],
            area: regimeArea,
          }))}
          areas={regimeAreas.map((value) => ({ value, label: words("regimeArea", value) }))}
        />
      </ProvideMessages>
    </>
  );
}
