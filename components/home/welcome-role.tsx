import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { positionHref } from "@/components/positions/position-href";
import { CodeChip } from "@/components/ui/code-chip";
import { ButtonLink, Link } from "@/components/ui/link";
import { GroupHead, Section } from "@/components/ui/section";
import { PersonalViewForm } from "../positions/personal-view-form";
import type { WelcomeRoleData } from "./load-welcome";

/** One organization: what it is here, what one may do for it, and three propositions to begin with. */
export function WelcomeRole({ role }: { role: WelcomeRoleData }) {
  const t = useTranslations("accounts.welcome");
  const locale = useLocale();
  const { organization, mayDraft, propositions } = role;
  const name = organization.name[locale];
  return (
    <Section title={name}>
      <div className="flex max-w-[72ch] items-start gap-3 pt-3">
        <CodeChip code={organization.code} name={name} />
        <p>
          {t(organization.status === "member" ? "member" : "observer")}{" "}
          {t("rule", { rule: organization.signOffRule[locale] })}
        </p>
      </div>
      <WhatOneMay role={role} name={name} />
      <GroupHead as="h3" title={t("three")} />
      <p className="max-w-[72ch] py-2 text-ink-2">
        {propositions.length === 0 ? t("threeNone") : t(mayDraft ? "threeDraft" : "threeView")}
      </p>
      <ol>
        {propositions.map(({ slug, title, view }) => (
          <li key={slug} className="grid gap-2 border-b border-rule py-4">
            <h4 className="font-semibold">
              <Link href={`/propositions/${slug}`}>{title[locale]}</Link>
            </h4>
            {mayDraft ? (
              <div>
                <ButtonLink
                  href={positionHref(organization.slug, slug)}
                  aria-label={t("about", { act: t("draft"), proposition: title[locale] })}
                >
                  {t("draft")}
                </ButtonLink>
              </div>
            ) : (
              <ProvideMessages of={["positions.personalView", "stances"]}>
                <PersonalViewForm proposition={slug} kept={view && { stance: view.stance, note: view.note }} />
              </ProvideMessages>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function WhatOneMay({ role, name }: { role: WelcomeRoleData; name: string }) {
  const t = useTranslations("accounts.welcome");
  const powerText = useTranslations("mandates.power");
  const uiText = useTranslations("ui");
  const locale = useLocale();
  const list = new Intl.ListFormat(locale);
  const { organization, powers, signers, mayGrant, mayDraft } = role;
  const named = list.format(signers.map((it) => it ?? uiText("unnamed")));
  const ask = named ? t("roleAsk", { names: named }) : t("roleNobody");
  return (
    <>
      <GroupHead as="h3" title={t("role")} />
      <div className="grid max-w-[72ch] gap-2 py-2">
        {powers.length > 0 ? (
          <p>
            {t("roleYes", {
              powers: list.format(powers.map((power) => powerText(`${power}`))),
              organization: name,
            })}
          </p>
        ) : (
          <p>
            {t("roleNo", { organization: name })} {organization.status === "member" && ask}
          </p>
        )}
        {!mayDraft && <p className="text-ink-2">{t("forNow")}</p>}
        <div className="actions">
          <ButtonLink href={`/organizations/${organization.slug}/mandates`}>
            {t(mayGrant === "first" || mayGrant === "self" ? "roleEnter" : "roleMandates")}
          </ButtonLink>
        </div>
      </div>
    </>
  );
}
