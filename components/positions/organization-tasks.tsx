import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { SideSection } from "@/components/ui/side";
import type { OrganizationFacts } from "./load-organization";

/** What waits for a decision. For its own people each number opens the rows behind it. */
export function OrganizationTaskList({ facts: { organization, tasks, query } }: { facts: OrganizationFacts }) {
  const t = useTranslations("positions.tasks");
  const own = organization.viewer.belongs && !query.on;
  if (tasks.length === 0) return own ? <SideSection title={t("title")}>{t("nothing")}</SideSection> : null;
  return (
    <SideSection title={t("title")}>
      <ul>
        {tasks.map(({ kind, count }) => (
          <li key={kind}>
            {own ? (
              <Link
                href={`/positions?organization=${organization.slug}&state=${kind}`}
                className="inline-block min-h-6"
              >
                {t(kind, { count })}
              </Link>
            ) : (
              t(kind, { count })
            )}
          </li>
        ))}
      </ul>
    </SideSection>
  );
}
