"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { useDebounced } from "@/components/ui/use-debounced";
import { api } from "@/lib/api/client";

const shortest = 3;

/** Organizations of a near name that the applicant may see anyway: a colleague may have been here before. */
export function SimilarNote({ en, fr }: { en: string; fr: string }) {
  const t = useTranslations("membership.apply.similar");
  const locale = useLocale();
  const query = { en: useDebounced(en.trim()), fr: useDebounced(fr.trim()) };
  const enough = query.en.length >= shortest || query.fr.length >= shortest;
  const { data } = useQuery(
    api.organizations.similar.queryOptions({
      input: query,
      enabled: enough,
      retry: false,
      placeholderData: (before) => before,
    }),
  );
  const items = enough ? (data?.items ?? []) : [];
  return (
    <div aria-live="polite">
      {items.length > 0 && (
        <div className="notice notice-amber grid gap-1">
          <p className="font-semibold">{t("title", { count: items.length })}</p>
          <ul>
            {items.slice(0, 5).map((it) => (
              <li key={it.slug}>
                <Link href={`/organizations/${it.slug}`}>{it.name[locale]}</Link>
              </li>
            ))}
          </ul>
          <p>{t("text")}</p>
        </div>
      )}
    </div>
  );
}
