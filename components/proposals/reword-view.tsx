import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/link";
import { NeedsScript } from "@/components/ui/needs-script";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import type { RewordingFacts } from "./load-proposals";
import { RewordForm } from "./reword-form";

/** Other words for a proposition: the words, what changes, and what follows, before anything is in force. */
export function RewordView({ facts: { proposition, held, may, writer } }: { facts: RewordingFacts }) {
  const t = useTranslations("proposals.reword");
  const locale = useLocale();
  const { slug, number, title, statement, version } = proposition;
  const back = `/propositions/${slug}`;
  return (
    <>
      <Breadcrumb steps={[{ label: title[locale], href: back }]} />
      <PageHead title={t("title")} over={t("over", { number })}>
        {t(may ? "lede" : "notYours")}
      </PageHead>
      {may ? (
        <Section title={title[locale]}>
          <div className="pt-4">
            <NeedsScript what="form" />
            <ProvideMessages of={["proposals.form", "proposals.reword"]}>
              <RewordForm
                key={version}
                current={{ slug, title, statement, version }}
                positionCount={held}
                writer={writer}
              />
            </ProvideMessages>
          </div>
        </Section>
      ) : (
        <ButtonLink href={back}>{t("back")}</ButtonLink>
      )}
    </>
  );
}
