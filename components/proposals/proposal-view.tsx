import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Facts } from "@/components/ui/facts";
import { longDay } from "@/components/ui/format-moment";
import { ButtonLink, Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { RecordText } from "@/components/ui/record-text";
import { Section } from "@/components/ui/section";
import { SheetAndMargin } from "@/components/ui/sheet-and-margin";
import { Stamp } from "@/components/ui/stamp";
import { useCodeLabel } from "@/components/ui/use-code-label";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import type { Proposal } from "@/lib/proposals/schema";
import { DecisionDesk } from "./decision-desk";
import type { ProposalFacts } from "./load-proposals";
import { ProposalHistory } from "./proposal-history";
import { ProposalOutcome } from "./proposal-outcome";
import { WritingPart } from "./propose-view";
import { SimilarPropositions } from "./similar-propositions";
import { StateStamp } from "./state-stamp";
import { WithdrawProposal } from "./withdraw-proposal";

/** One proposal: its words, what is near it, what became of it, and what this reader can do about that. */
export function ProposalView({ facts }: { facts: ProposalFacts }) {
  const t = useTranslations("proposals.page");
  const list = useTranslations("proposals.list");
  const near = useTranslations("proposals.similar");
  const parity = useTranslations("proposals.parity");
  const locale = useLocale();
  const { proposal, steps, options, writing } = facts;
  const { organization, title, statement, state } = proposal;
  const name = pickLanguage(title, locale);
  const words = pickLanguage(statement, locale);
  const other = locale === "en" ? "fr" : "en";
  const otherTitle = title[other];
  const otherWords = statement[other];
  const whole = words?.lang === locale && otherWords;
  const open = state === "drafted" || state === "proposed";
  const none = proposal.near.length + proposal.nearProposals.length === 0;
  return (
    <>
      <Breadcrumb steps={[{ label: list("title"), href: "/propositions/proposals" }]} />
      <PageHead
        over={<Link href={`/organizations/${organization.slug}`}>{organization.name[locale]}</Link>}
        title={<span {...(name && { lang: name.lang })}>{name?.text ?? list("untitled")}</span>}
        other={name?.lang === locale && otherTitle ? { lang: other, text: otherTitle } : undefined}
        marks={
          <>
            <StateStamp state={state} />
            {open && <Stamp kind={proposal.parity === "equal" ? "plain" : "caution"}>{parity(proposal.parity)}</Stamp>}
          </>
        }
      />
      <SheetAndMargin
        label={near("title")}
        margin={
          <section className="grid gap-3" aria-labelledby="near-title">
            <h2 id="near-title" className="font-semibold text-h3">
              {near("title")}
            </h2>
            {none ? <p className="text-ink-2">{near("none")}</p> : <SimilarPropositions nearby={proposal} />}
          </section>
        }
        marginLast
        below={
          <>
            {writing ? (
              <Section title={t("changeTitle")} id="write">
                <div className="pt-4">
                  <WritingPart facts={options} proposal={proposal} />
                </div>
              </Section>
            ) : (
              <>
                <About proposal={proposal} />
                <DecisionDesk facts={facts} />
              </>
            )}
            <ProposalHistory steps={steps} />
          </>
        }
      >
        {words && (
          <RecordText lang={words.lang} other={whole ? { lang: other, text: otherWords } : undefined}>
            {words.text}
          </RecordText>
        )}
        {words && !whole && <p className="pt-3 text-small text-ink-3">{t(`onlyIn.${words.lang}`)}</p>}
        <div className="mt-5 grid gap-3 border-t border-rule pt-4">
          <ProposalOutcome proposal={proposal} />
          {!writing && proposal.viewer.mayChange && (
            <ProvideMessages of={["proposals.page"]}>
              <div className="actions act-bar">
                <ButtonLink
                  href={`/propositions/proposals/${proposal.id}?write=1`}
                  variant={state === "drafted" ? "primary" : "plain"}
                >
                  {t(state === "drafted" ? "goOn" : "change")}
                </ButtonLink>
              </div>
              <WithdrawProposal id={proposal.id} drafted={state === "drafted"} />
            </ProvideMessages>
          )}
        </div>
      </SheetAndMargin>
    </>
  );
}

/** Why it is asked, where it belongs, whose it is. */
function About({ proposal }: { proposal: Proposal }) {
  const t = useTranslations("proposals.page");
  const words = useCodeLabel();
  const locale = useLocale();
  const { reason, organization, proposedAt, regimeArea, themeTitle } = proposal;
  const why = pickLanguage(reason, locale);
  const facts = [
    [
      t("from"),
      <Link key="from" href={`/organizations/${organization.slug}`}>
        {organization.name[locale]}
      </Link>,
    ],
    [t("since"), proposedAt && longDay(new Date(proposedAt), locale)],
    [
      t("theme"),
      <Link key="theme" href={`/themes/${proposal.theme}`}>
        {themeTitle[locale]}
      </Link>,
    ],
    [t("area"), words("regimeArea", regimeArea)],
  ] as const;
  return (
    <Section title={t("reason")}>
      <div className="grid gap-4 pt-3">
        {why ? (
          <p dir="auto" lang={why.lang} className="max-w-measure whitespace-pre-line [overflow-wrap:anywhere]">
            {why.text}
          </p>
        ) : (
          <p className="text-ink-2">{t("noReason")}</p>
        )}
        <Facts facts={facts} />
      </div>
    </Section>
  );
}
