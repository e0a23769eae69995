import { clsx } from "clsx";
import { useLocale, useTranslations } from "next-intl";
import { positionHref } from "@/components/positions/position-href";
import { StanceCell } from "@/components/stances/stance-cell";
import { shapes } from "@/components/stances/stances";
import { longDay } from "@/components/ui/format-moment";
import { Link } from "@/components/ui/link";
import { SideSection } from "@/components/ui/side";
import type { OrganizationTasks } from "@/lib/home/schema";
import { stances } from "@/lib/positions/constants";

/** What an organization has said so far; every number opens its rows. */
export function RecordedSummary({
  organizationTasks: { organization, said: recorded },
}: {
  organizationTasks: OrganizationTasks;
}) {
  const t = useTranslations("home.recorded");
  const names = useTranslations("stances.name");
  const rows = [
    ...stances.map((stance) => [stance, recorded.counts[stance]] as const),
    ["not_recorded", recorded.notRecorded] as const,
  ];
  const to = (query: Record<string, string>) =>
    `/positions?${new URLSearchParams({ organization: organization.slug, ...query }).toString()}`;
  return (
    <SideSection title={t("title")}>
      <p className="text-small">
        {t("lede", {
          stated: recorded.propositions - recorded.notRecorded,
          total: recorded.propositions,
          public: recorded.public,
        })}
      </p>
      <span className="mt-2 mb-1 flex h-3 gap-0.5" aria-hidden="true">
        {stances.map(
          (stance) =>
            recorded.counts[stance] > 0 && (
              <i
                key={stance}
                className={clsx(`bar-${shapes[stance]}`)}
                style={{ flexGrow: recorded.counts[stance], flexBasis: 0 }}
              />
            ),
        )}
        {recorded.notRecorded > 0 && <i style={{ flexGrow: recorded.notRecorded, flexBasis: 0 }} />}
      </span>
      <ul>
        {rows.map(
          ([stance, count]) =>
            count > 0 && (
              <li key={stance} className="flex items-center gap-3 border-b border-rule max-md:py-0 md:py-0.5">
                <StanceCell stance={stance} size="small" />
                <span>{names(stance)}</span>
                <Link
                  href={to({ stance })}
                  className="ml-auto inline-flex min-h-(--control-small) items-center pl-2 tabular-nums print:min-h-0"
                  aria-label={t("rows", { stance: names(stance), count })}
                >
                  {count}
                </Link>
              </li>
            ),
        )}
      </ul>
      {recorded.stale > 0 && (
        <p className="pt-2 text-small">
          <Link href={to({ state: "stale" })}>{t("stale", { count: recorded.stale })}</Link>
        </p>
      )}
    </SideSection>
  );
}

/** Drafts that nobody has handed over yet. */
export function OpenDrafts({
  organizationTasks: { organization, leftOpen },
}: {
  organizationTasks: OrganizationTasks;
}) {
  const t = useTranslations("home.drafts");
  const locale = useLocale();
  if (leftOpen.total === 0) return null;
  const more = leftOpen.total - leftOpen.items.length;
  return (
    <SideSection title={t("title")}>
      <ul className="grid gap-2">
        {leftOpen.items.map(({ proposition, savedAt, savedBy }) => {
          const day = longDay(new Date(savedAt), locale);
          return (
            <li key={proposition.slug}>
              <Link href={positionHref(organization.slug, proposition.slug)}>{proposition.title[locale]}</Link>
              <span className="block text-small text-ink-3">
                {savedBy ? t("savedBy", { day, person: savedBy }) : t("saved", { day })}
              </span>
            </li>
          );
        })}
      </ul>
      {more > 0 && (
        <p className="pt-2 text-small">
          <Link href={`/positions?organization=${organization.slug}&state=draft`}>{t("more", { count: more })}</Link>
        </p>
      )}
    </SideSection>
  );
}
