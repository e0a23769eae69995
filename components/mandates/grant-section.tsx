import { useTranslations } from "next-intl";
import { Reauthenticate } from "@/components/forms/reauthenticate";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { ButtonLink } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { GrantForm } from "./grant-form";
import type { MandatesFacts } from "./load-mandates";

type GrantSectionProps = Pick<MandatesFacts, "organization" | "viewer" | "people" | "themes" | "twoSign"> & {
  name: string;
};

/** Where somebody may give mandates: by what right, to whom, and the form. */
export function GrantSection({ organization, viewer, people, themes, twoSign, name }: GrantSectionProps) {
  const t = useTranslations("mandates.grant");
  const { mayGrant, commitNow } = viewer;
  if (!mayGrant) return null;
  const { slug } = organization;
  const others = people.flatMap(({ id, name: called, viewer: { self } }) =>
    id && self === (mayGrant === "self") ? [{ id, name: called }] : [],
  );
  return (
    <Section title={t("title")} className="no-print">
      <div className="grid max-w-[640px] gap-5 pt-3">
        <p className="text-ink-2">{t(`lede.${mayGrant}`)}</p>
        {others.length === 0 ? (
          <>
            <p>{t("nobody")}</p>
            <div className="actions">
              <ButtonLink href={`/organizations/${slug}/people`}>{t("toPeople")}</ButtonLink>
            </div>
          </>
        ) : (
          <ProvideMessages of={["accounts.reauthenticate", "mandates", "stances"]}>
            {commitNow ? (
              <GrantForm
                slug={slug}
                name={name}
                people={others}
                themes={themes}
                twoSign={twoSign && mayGrant === "own"}
              />
            ) : (
              <Reauthenticate />
            )}
          </ProvideMessages>
        )}
      </div>
    </Section>
  );
}
