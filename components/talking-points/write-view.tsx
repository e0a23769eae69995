import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";
import { useCodeLabel } from "@/components/ui/use-code-label";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import { regimeAreas } from "@/lib/propositions/schema";
import { audiences } from "@/lib/talking-points/constants";
import type { EditingFacts, ProposingFacts } from "./load-writing";
import { here, talkingPointHref } from "./talking-point-href";
import { TextForm } from "./text-form";

type WriteViewProps = { facts: ProposingFacts & { point?: EditingFacts["point"] } };

/** Proposing a point, or writing other words for one. */
export function WriteView({ facts: { point, writer, ...options } }: WriteViewProps) {
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
      {first ? (
        <TextForm
          options={{
            ...options,
            areas: regimeAreas.map((value) => ({ value, label: codes("regimeArea", value) })),
            audiences: audiences.map((value) => ({ value, label: names(value) })),
          }}
          writer={writer}
          point={point ?? null}
          lead={first.value}
        />
      ) : (
        <EmptyState action={<ButtonLink href={here}>{list("all")}</ButtonLink>}>{t("nobody")}</EmptyState>
      )}
    </ProvideMessages>
  );
}
