import { getTranslations } from "next-intl/server";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/section";
import { orNotFound } from "@/lib/api/or-not-found";
import { api } from "@/lib/api/server";
import { PaperRow } from "./paper-row";
import { packHref, papersHref } from "./papers-href";

/** On the page of a meeting more than this are a list of their own. */
const shown = 5;

/** The papers of a meeting on its page, with the ways to all of them and to the pack. */
export async function PapersSection({ slug }: { slug: string }) {
  const [t, { items, total, viewer }] = await Promise.all([
    getTranslations("papers.section"),
    orNotFound(api.briefings.papers.list({ id: slug, limit: shown })),
  ]);
  const mayHandIn = viewer.organizations.length > 0 && viewer.obstacle === null;
  return (
    <Section
      title={t("title")}
      count={total}
      id="papers"
      actions={
        <span className="no-print flex flex-wrap gap-x-5">
          {total > 0 && <Link href={papersHref(slug)}>{t("all")}</Link>}
          {mayHandIn && <Link href={`${papersHref(slug)}#hand-in`}>{t("handIn")}</Link>}
          <Link href={packHref(slug)}>{t("pack")}</Link>
        </span>
      }
    >
      {items.length === 0 ? (
        <p className="pt-3 text-ink-2">{t("none")}</p>
      ) : (
        <ProvideMessages of={["papers.page"]}>
          <ul className="rows">
            {items.map((it) => (
              <PaperRow key={it.id} slug={slug} paper={it} withdraws={false} />
            ))}
          </ul>
        </ProvideMessages>
      )}
    </Section>
  );
}
