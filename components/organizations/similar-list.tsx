import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Stamp } from "@/components/ui/stamp";
import type { SimilarOrganization } from "@/lib/organizations/schema.application";

/** Organizations whose name is near, whatever became of them: for the convener to compare. */
export function SimilarList({ similar }: { similar: readonly SimilarOrganization[] }) {
  const t = useTranslations("membership.status");
  const status = useTranslations("organizations.status");
  const locale = useLocale();
  return (
    <>
      <p className="text-small text-ink-3">{similar.length > 0 ? t("similarHint") : t("none")}</p>
      <ul className="grid gap-2 pt-2">
        {similar.map((it) => (
          <li key={it.slug} className="flex flex-wrap items-baseline gap-x-2.5 gap-y-1">
            <Link href={`/organizations/${it.slug}`}>{it.name[locale]}</Link>
            <Stamp>{status(it.status)}</Stamp>
          </li>
        ))}
      </ul>
    </>
  );
}
