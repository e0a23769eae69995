import { useLocale, useTranslations } from "next-intl";
import type { OwnPositions } from "@/lib/positions/schema";
import { NextActionLink } from "./next-action-link";
import { PositionStatus } from "./position-status";

type OwnStancesProps = {
  items: OwnPositions["items"];
  proposition: { slug: string; title: { en: string; fr: string } };
};

/** What the reader's own organizations hold here, and the next thing to do about it. */
export function OwnStances({ items, proposition }: OwnStancesProps) {
  const t = useTranslations("positions.stances");
  const locale = useLocale();
  return items.map(({ organization, position, viewer }) => (
    <section
      key={organization.slug}
      className="mt-5 flex flex-wrap items-center justify-between gap-x-6 gap-y-3 border-l-[3px] border-pen bg-pen-wash px-4 py-3"
      aria-label={t("own", { organization: organization.name[locale] })}
    >
      <div className="grid gap-1.5">
        <p className="text-small font-semibold">{organization.name[locale]}</p>
        <PositionStatus position={position} />
      </div>
      {(position || viewer.mayDraft) && (
        <NextActionLink button organization={organization.slug} proposition={proposition} position={position} />
      )}
    </section>
  ));
}
