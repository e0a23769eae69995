import { useTranslations } from "next-intl";
import { Reauthenticate } from "@/components/forms/reauthenticate";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { NeedsScript } from "@/components/ui/needs-script";
import { PageHead } from "@/components/ui/page-head";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import type { RapporteurList } from "@/lib/briefings/schema.rapporteurs";
import { groupRapporteurs } from "./group-rapporteurs";
import { RapporteurForm } from "./rapporteur-form";
import { RapporteurRows } from "./rapporteur-rows";

export const rapporteursSize = 50;

/** Who writes the record of what: now, soon and before; and, for the convener, who could. */
export function RapporteursView({ list, later }: { list: RapporteurList; later: boolean }) {
  const t = useTranslations("briefings.rapporteurs");
  const acting = useTranslations("membership.directory");
  const { items, nextCursor, viewer, today } = list;
  const { current, earlier } = groupRapporteurs(items);
  const { commitNow, mayName } = viewer;
  return (
    <>
      <Breadcrumb steps={[{ label: acting("title"), href: "/people" }]} />
      <PageHead title={t("title")}>{t("lede")}</PageHead>
      <Section title={t("current")} count={current.length}>
        <RapporteurRows rows={current} commitNow={commitNow} />
        {current.length === 0 && <p className="pt-4 text-ink-2">{t("none")}</p>}
      </Section>
      {mayName && (
        <Section title={t("name.title")}>
          <p className="max-w-[64ch] py-4">{mayName.length > 0 ? t("name.text") : t("name.nobody")}</p>
          {mayName.length > 0 && !commitNow && (
            <ProvideMessages of={["accounts.reauthenticate"]}>
              <Reauthenticate />
            </ProvideMessages>
          )}
          {mayName.length > 0 && commitNow && (
            <>
              <NeedsScript what="form" />
              <ProvideMessages of={["briefings.rapporteurs"]}>
                <RapporteurForm people={mayName} today={today} />
              </ProvideMessages>
            </>
          )}
        </Section>
      )}
      <Section title={t("earlier")} count={earlier.length}>
        <RapporteurRows rows={earlier} commitNow={commitNow} />
        {earlier.length === 0 && <p className="pt-4 text-ink-2">{t("earlierNone")}</p>}
      </Section>
      <Pagination
        nextHref={nextCursor && `/people/rapporteurs?cursor=${encodeURIComponent(nextCursor)}`}
        firstHref={later ? "/people/rapporteurs" : null}
        size={rapporteursSize}
      />
    </>
  );
}
