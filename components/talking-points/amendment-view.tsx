import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { longDay } from "@/components/ui/format-moment";
import { InOneLanguage } from "@/components/ui/in-one-language";
import { ButtonLink, Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { Stamp, type StampKind } from "@/components/ui/stamp";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import type { Amendment } from "@/lib/talking-points/schema.amendments";
import { AmendmentHandling } from "./amendment-handling";
import { AmendmentMatter } from "./amendment-matter";
import { AnswerHandling } from "./answer-handling";
import { AmendmentComments } from "./discussion/amendment-comments";
import { speakingOf } from "./discussion/speaking";
import { EndAmendment } from "./end-amendment";
import { HandleAmendment } from "./handle-amendment";
import type { AmendmentFacts } from "./load-amendments";
import { amendmentHref, here, talkingPointHref } from "./talking-point-href";

const stamps: Partial<Record<Amendment["state"], StampKind>> = {
  draft: "draft",
  accepted: "usable",
  accepted_with_changes: "usable",
  superseded: "retired",
  withdrawn: "retired",
};

/** One amendment at its own address: what it changes and why, what becomes of it, and what this reader can do about it. */
export function AmendmentView({ facts }: { facts: AmendmentFacts }) {
  const t = useTranslations("amendments");
  const discussion = useTranslations("discussion");
  const list = useTranslations("talkingPoints.list");
  const locale = useLocale();
  const { point, amendment } = facts;
  const { organization, number, version, state, reason, viewer, fates } = amendment;
  const title = pickLanguage(point.title, locale)?.text ?? list("untitled");
  const at = talkingPointHref(point.slug);
  return (
    <ProvideMessages of={["amendments", "discussion.*"]}>
      <Breadcrumb
        steps={[
          { label: list("title"), href: here },
          { label: title, href: at },
        ]}
      />
      <PageHead
        title={<InOneLanguage text={amendment.summary} missing={t("form.editTitle")} />}
        over={number === null ? t("page.draftTitle", { title }) : t("page.title", { number, title })}
        marks={<Stamp kind={stamps[state] ?? "plain"}>{t(`state.${state}`)}</Stamp>}
      >
        {t("page.by", {
          organization: organization.name[locale],
          day: longDay(new Date(amendment.at), locale),
          version,
        })}
        {state === "draft" && <span className="block">{t("note.draftPrivate")}</span>}
      </PageHead>
      <Section title={t("page.change")} id="change">
        <div className="grid max-w-[720px] gap-2 pt-3">
          <AmendmentMatter amendment={amendment} whole />
          <Conflicts facts={facts} />
        </div>
      </Section>
      <Section title={t("page.reason")} id="reason">
        <div className="grid max-w-[720px] gap-2 pt-3">
          {(["en", "fr"] as const).map(
            (lang) =>
              reason[lang] && (
                <p key={lang} lang={lang} dir="auto" className="whitespace-pre-line [overflow-wrap:anywhere]">
                  {reason[lang]}
                </p>
              ),
          )}
        </div>
      </Section>
      {state !== "draft" && (
        <Section title={t("page.handling")} id="handling">
          <div className="grid max-w-[720px] gap-3 pt-3">
            {amendment.handling ? <AmendmentHandling amendment={amendment} /> : <p>{t("page.none")}</p>}
            {fates.map((it) => (
              <p key={it.version}>{t(`fate.${it.fate}`, { version: it.version })}</p>
            ))}
            {viewer.mayHandle[0] && <Handle facts={facts} onBehalfOf={viewer.mayHandle[0]} />}
            {viewer.mayAnswer && amendment.handling && (
              <AnswerHandling
                point={point.slug}
                amendment={amendment.id}
                step={amendment.handling.step}
                agrees={amendment.answer?.agrees ?? null}
              />
            )}
          </div>
        </Section>
      )}
      {state !== "draft" && (
        <Section title={discussion("title")} id="discussion" count={facts.discussion.total}>
          <AmendmentComments
            amendment={amendment}
            comments={facts.discussion.items}
            speaking={speakingOf(facts, locale)}
          />
        </Section>
      )}
      <div className="actions mt-6">
        {viewer.mayEdit && <ButtonLink href={`${amendmentHref(amendment)}/edit`}>{t("page.edit")}</ButtonLink>}
        <Link href={at}>{t("form.cancel")}</Link>
      </div>
      {(viewer.mayEdit || viewer.mayWithdraw) && (
        <EndAmendment point={point.slug} amendment={amendment.id} draft={viewer.mayEdit} />
      )}
    </ProvideMessages>
  );
}

function Conflicts({ facts: { amendment, amendments } }: { facts: AmendmentFacts }) {
  const t = useTranslations("amendments.note");
  const locale = useLocale();
  const others = amendments.filter(({ id }) => amendment.conflicts.includes(id));
  if (others.length === 0) return null;
  return (
    <p className="notice notice-amber">
      {t("conflict", { names: new Intl.ListFormat(locale).format(others.map((it) => it.organization.name[locale])) })}
    </p>
  );
}

/** The lead's side, on the amendment's own page as at the desk. */
export function Handle({
  facts: { point, amendment, amendments },
  onBehalfOf,
}: {
  facts: Pick<AmendmentFacts, "point" | "amendment" | "amendments">;
  onBehalfOf: string;
}) {
  const locale = useLocale();
  const others = amendments
    .filter(({ id, state }) => id !== amendment.id && state !== "draft" && state !== "withdrawn")
    .map((it) => ({ value: it.id, label: `${it.number}. ${it.organization.name[locale]}` }));
  const proposed = amendment.clauses[0];
  return (
    <HandleAmendment
      {...{ point: point.slug, amendment: amendment.id, onBehalfOf, others }}
      amender={amendment.organization.name[locale]}
      changeable={["words", "new_clause", "everywhere"].includes(amendment.kind)}
      asks={Boolean(amendment.question ?? (amendment.kind === "new_clause" && proposed?.question))}
      handling={amendment.handling}
      words={amendment.words ?? (amendment.kind === "new_clause" ? (proposed?.text ?? null) : null)}
    />
  );
}
