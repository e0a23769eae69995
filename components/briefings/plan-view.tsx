import { useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/link";
import { NeedsScript } from "@/components/ui/needs-script";
import { OnPaper } from "@/components/ui/on-paper";
import { PageHead } from "@/components/ui/page-head";
import { sideParts } from "@/lib/briefings/constants";
import { briefingHref, here } from "./briefing-href";
import { FrameForm } from "./frame-form";
import type { FrameFacts, PlanningFacts } from "./load-planning";
import { useBriefingTitle } from "./use-briefing-title";

/** Planning a meeting, on an empty page or with the frame of the one before. */
export function PlanView({ facts: { options, initial, follows, followed, writer } }: { facts: PlanningFacts }) {
  const t = useTranslations("briefings.form");
  const list = useTranslations("briefings.list");
  const titleOf = useBriefingTitle();
  return (
    <ProvideMessages of={["briefings"]}>
      <Breadcrumb
        steps={[
          { label: list("title"), href: here },
          ...(followed ? [{ label: titleOf(followed), href: briefingHref(followed.slug) }] : []),
        ]}
      />
      <PageHead title={t(followed ? "nextTitle" : "planTitle")}>
        {followed ? t("nextLede", { title: titleOf(followed) }) : t("planLede")}
      </PageHead>
      {options.hosts.length > 0 ? (
        <>
          <NeedsScript what="form" />
          <FrameForm {...{ options, initial, writer, follows }} addable={sideParts} />
        </>
      ) : (
        <EmptyState action={<ButtonLink href={here}>{list("all")}</ButtonLink>}>{t("nobody")}</EmptyState>
      )}
    </ProvideMessages>
  );
}

/** Another frame for a meeting: never another date. */
export function FrameView({ facts: { options, initial, briefing, writer } }: { facts: FrameFacts }) {
  const t = useTranslations("briefings.form");
  const list = useTranslations("briefings.list");
  const titleOf = useBriefingTitle();
  const { slug, version, viewer } = briefing;
  return (
    <ProvideMessages of={["briefings"]}>
      <Breadcrumb
        steps={[
          { label: list("title"), href: here },
          { label: titleOf(briefing), href: briefingHref(slug) },
        ]}
      />
      <PageHead title={t("editTitle")} over={<OnPaper>{titleOf(briefing)}</OnPaper>}>
        {t("editLede")}
      </PageHead>
      <NeedsScript what="form" />
      <FrameForm {...{ options, initial, writer }} addable={viewer.addable} editing={{ slug, version }} />
    </ProvideMessages>
  );
}
