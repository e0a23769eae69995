import { useTranslations } from "next-intl";
import { BringWords } from "@/components/frame/bring-words";
import { NeedsScript } from "@/components/people/needs-script";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { PageHead } from "@/components/ui/page-head";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import type { RapporteurList } from "@/lib/organizations/schema.rapporteurs";
import { AgainHere } from "./again-here";
import { RapporteurForm } from "./rapporteur-form";
import { RapporteurRows } from "./rapporteur-rows";
import { divide } from "./rapporteurs";

export const rapporteursSize = 50;

/** Who writes the record of what: now, soon and before; and, for the convener, who could. */
export function RapporteursView({ list, later }: { list: RapporteurList; later: boolean }) {
  const t = useTranslations("rapporteurs");
  const acting = useTranslations("acting");
  const { items, nextCursor, viewer, today } = list;
  const { current, earlier } = divide(items);
  const { commitNow, mayName } = viewer;
  return (
    <>
      <Breadcrumb steps={[{ label: acting("directory.title"), href: "/people" }]} />
      <PageHead title={t("title")}>{t("lede")}</PageHead>
      <Section title={t("current")} count={current.length}>
        <RapporteurRows rows={current} commitNow={commitNow} />
        {current.length === 0 && <p className="pt-4 text-ink-2">{t("none")}</p>}
      </Section>
      {mayName && (
        <Section title={t("name.title")}>
          <p className="max-w-[64ch] py-4">{mayName.length > 0 ? t("name.text") : t("name.nobody")}</p>
          {mayName.length > 0 && !commitNow && (
            <BringWords of={["acting"]}>
              <AgainHere path="/people/rapporteurs" />
            </BringWords>
          )}
          {mayName.length > 0 && commitNow && (
            <>
              <NeedsScript what="form" />
              <BringWords of={["rapporteurs"]}>
                <RapporteurForm people={mayName} today={today} />
              </BringWords>
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
