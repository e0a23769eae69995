import { useLocale, useTranslations } from "next-intl";
import { BringWords } from "@/components/frame/bring-words";
import { NeedsScript } from "@/components/people/needs-script";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import type { RewordingFacts } from "./proposal-facts";
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
            <BringWords of={["proposals", "positions"]}>
              <RewordForm key={version} words={{ slug, title, statement, version }} held={held} writer={writer} />
            </BringWords>
          </div>
        </Section>
      ) : (
        <ButtonLink href={back}>{t("back")}</ButtonLink>
      )}
    </>
  );
}
