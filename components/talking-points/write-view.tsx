import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink, Link } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { useCodeLabel } from "@/components/ui/use-code-label";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { regimeAreas } from "@/lib/propositions/schema";
import { audiences } from "@/lib/talking-points/constants";
import type { EditingFacts, ProposingFacts } from "./load-writing";
import { here, talkingPointHref } from "./talking-point-href";
import { templateNames } from "./templates";
import { TextForm } from "./text-form";

type WriteViewProps = {
  facts: Omit<ProposingFacts, "template" | "retired" | "initial"> &
    Partial<Beginning> & { point?: EditingFacts["point"] };
};
type Beginning = Pick<ProposingFacts, "template" | "retired" | "initial">;

/** Proposing a point, or writing other words for one. */
export function WriteView({ facts: { point, writer, template, retired, initial, ...options } }: WriteViewProps) {
  const t = useTranslations("talkingPoints.write");
  const list = useTranslations("talkingPoints.list");
  const names = useTranslations("talkingPoints.audience");
  const codes = useCodeLabel();
  const locale = useLocale();
  const title = point && (pickLanguage(point.title, locale)?.text ?? list("untitled"));
  const [first] = options.organizations;
  return (
    <ProvideMessages of={["talkingPoints"]}>
      <Breadcrumb
        steps={[
          { label: list("title"), href: here },
          ...(point ? [{ label: title ?? "", href: talkingPointHref(point.slug) }] : []),
        ]}
      />
      <PageHead title={point ? t("editTitle", { number: point.number + 1 }) : t("proposeTitle")} over={title}>
        {t(point ? "editLede" : "proposeLede")}
      </PageHead>
      {first &&
        !point &&
        (retired ? (
          <p className="notice mb-6">
            {t("anew", { title: pickLanguage(retired.title, locale)?.text ?? list("untitled") })}
          </p>
        ) : (
          <Templates chosen={template} />
        ))}
      {first ? (
        <TextForm
          key={retired?.slug ?? template ?? ""}
          options={{
            ...options,
            areas: regimeAreas.map((value) => ({ value, label: codes("regimeArea", value) })),
            audiences: audiences.map((value) => ({ value, label: names(value) })),
          }}
          writer={writer}
          point={point ?? null}
          lead={first.value}
          begun={initial && { name: retired?.slug ?? template ?? "", values: initial }}
        />
      ) : (
        <EmptyState action={<ButtonLink href={here}>{list("all")}</ButtonLink>}>{t("nobody")}</EmptyState>
      )}
    </ProvideMessages>
  );
}

/** Where to begin: an empty page, an area of the regime, or a lesson of the report. */
function Templates({ chosen }: { chosen: ProposingFacts["template"] }) {
  const t = useTranslations("talkingPoints");
  const propose = `${here}/propose`;
  return (
    <div className="mb-6 grid gap-2">
      <h2 className="font-semibold text-small">{t("write.begin")}</h2>
      <ul className="grid gap-2 text-small">
        <li>{chosen ? <Link href={propose}>{t("write.blank")}</Link> : <b>{t("write.blank")}</b>}</li>
        {templateNames.map((name) => (
          <li key={name}>
            {name === chosen ? (
              <b>{t(`template.${name}.name`)}</b>
            ) : (
              <Link href={`${propose}?template=${name}`}>{t(`template.${name}.name`)}</Link>
            )}
          </li>
        ))}
      </ul>
      {chosen && <p className="text-small text-ink-2">{t("write.templateNote")}</p>}
    </div>
  );
}
