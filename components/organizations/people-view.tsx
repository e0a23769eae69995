import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/link";
import { NeedsScript } from "@/components/ui/needs-script";
import { PageHead } from "@/components/ui/page-head";
import { SideLayout, SideSection } from "@/components/ui/side";
import { InvitationSection } from "./invitation-section";
import { LeaveOrganization } from "./leave-organization";
import type { PeopleFacts } from "./load-people";
import { PeopleTable } from "./people-table";
import { VisibilityForm } from "./visibility-form";

/** Who acts for an organization: for its own people with what each may do, for the network as each chose. */
export function PeopleView({ organization, people, viewer, invitations }: PeopleFacts) {
  const t = useTranslations("membership.people");
  const organizations = useTranslations("organizations");
  const locale = useLocale();
  const name = organization.name[locale];
  const { slug } = organization;
  const own = people.find((it) => it.viewer.self);
  const table = <PeopleTable slug={slug} name={name} people={people} viewer={viewer} />;
  return (
    <>
      <Breadcrumb
        steps={[
          { label: organizations("title"), href: "/organizations" },
          { label: name, href: `/organizations/${slug}` },
        ]}
      />
      <PageHead title={t("title")} over={name}>
        {t(viewer.belongs ? "lede" : "ledeOutside", { count: people.length, name })}
      </PageHead>
      {viewer.belongs ? (
        <SideLayout
          label={t("title")}
          side={
            <>
              <SideSection title={t("mandates")}>
                <p>{t("mandatesHint")}</p>
                <div className="pt-2">
                  <ButtonLink href={`/organizations/${slug}/mandates`}>{t("toMandates")}</ButtonLink>
                </div>
              </SideSection>
              {own?.id && own.shownTo && (
                <ProvideMessages of={["membership", "stances"]}>
                  <VisibilityForm slug={slug} id={own.id} shownTo={own.shownTo} />
                  <LeaveOrganization slug={slug} id={own.id} organization={name} convener={organization.convener} />
                </ProvideMessages>
              )}
            </>
          }
        >
          <NeedsScript what="buttons" />
          {table}
          <InvitationSection slug={slug} invitations={invitations} commitNow={viewer.commitNow} />
        </SideLayout>
      ) : (
        people.length > 0 && table
      )}
    </>
  );
}
