import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { DigestChip } from "@/components/ui/code-chip";
import { ButtonLink, Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { RecordText } from "@/components/ui/record-text";
import { SheetAndMargin } from "@/components/ui/sheet-and-margin";
import { AnnotationsSection } from "./annotations/section";
import { HistoryMargin } from "./history-margin";
import type { PositionFacts } from "./load-position";
import { positionHref } from "./position-href";
import { ReaffirmSection } from "./reaffirm-section";
import { StandingActions } from "./standing-actions";
import { StandingText } from "./standing-text";
import { StateStamps } from "./state-stamps";
import { DraftSection, WritingForm } from "./writing-section";

/** One organization's position: the standing text, its history and annotations, and for its own people the draft. */
export function PositionView({ facts }: { facts: PositionFacts }) {
  const t = useTranslations("positions");
  const propositionText = useTranslations("propositions.proposition");
  const locale = useLocale();
  const other = locale === "en" ? "fr" : "en";
  const { positionKey, proposition, position, organization, viewer, writing, writer } = facts;
  const { slug, number, title, statement, version, digest } = proposition;
  // Where nothing was ever written, writing is what one came for; after a withdrawal it is asked for.
  const writes = writer !== null && viewer.mayDraft && (writing || position === null);
  return (
    <ProvideMessages of={["accounts.reauthenticate", "positions", "stances"]}>
      <Breadcrumb steps={[{ label: propositionText("number", { number }), href: `/propositions/${slug}` }]} />
      <PageHead
        over={<Link href={`/organizations/${organization.slug}`}>{organization.name[locale]}</Link>}
        title={title[locale]}
        other={{ lang: other, text: title[other] }}
        marks={
          <>
            {position && <StateStamps position={position} />}
            <span className="text-small text-ink-2">{propositionText("version", { version })}</span>
            <DigestChip digest={digest} />
          </>
        }
      />
      <SheetAndMargin
        number={number}
        label={t("history.title")}
        margin={<HistoryMargin facts={facts} />}
        marginLast
        below={
          <>
            <Warnings facts={facts} />
            {!writes && <ReaffirmSection facts={facts} />}
            {!writes && <AnnotationsSection facts={facts} />}
            {writes && writer ? <WritingForm facts={{ ...facts, writer }} /> : <DraftSection facts={facts} />}
          </>
        }
      >
        <RecordText other={{ lang: other, text: statement[other] }}>{statement[locale]}</RecordText>
        <section className="mt-5 border-t border-rule pt-4" aria-labelledby="stands">
          <h2 id="stands" className="pb-2 font-ui text-small font-semibold">
            {t("text.stands")}
          </h2>
          {position ? <StandingText position={position} /> : <p className="text-ink-2">{t("text.nothingStands")}</p>}
          {!writes && !position?.draft && viewer.mayDraft && (
            <div className="actions act-bar md:pt-4">
              <ButtonLink href={`${positionHref(positionKey.organization, slug)}?write=1`} scroll={false}>
                {t(position?.standing ? "form.change" : "form.first")}
              </ButtonLink>
            </div>
          )}
          {position && <StandingActions positionKey={positionKey} position={position} />}
        </section>
      </SheetAndMargin>
    </ProvideMessages>
  );
}

/** Told before anybody writes or signs, and never in the way. */
function Warnings({ facts: { rivals, organization } }: { facts: PositionFacts }) {
  const t = useTranslations("positions.text");
  const locale = useLocale();
  if (rivals.length === 0) return null;
  return (
    <div className="notice notice-amber mt-5">
      <p>{t("excludes", { organization: organization.short[locale] })}</p>
      <ul>
        {rivals.map(({ slug, title }) => (
          <li key={slug}>
            <Link href={`/propositions/${slug}`}>{title[locale]}</Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
