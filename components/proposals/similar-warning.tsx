"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useDebounced } from "@/components/ui/use-debounced";
import { api } from "@/lib/api/client";
import { SimilarPropositions } from "./similar-propositions";

const shortest = 8;

type SimilarWarningProps = {
  en: string;
  fr: string;
  /** The proposal itself, which is near to itself. */
  except?: string | undefined;
};

/** What says something near, told while somebody writes: perhaps the question is asked already. */
export function SimilarWarning({ en, fr, except }: SimilarWarningProps) {
  const t = useTranslations("proposals.similar");
  const asked = { en: useDebounced(en), fr: useDebounced(fr) };
  const enough = asked.en.length >= shortest || asked.fr.length >= shortest;
  const { data } = useQuery(
    api.proposals.near.queryOptions({
      input: asked,
      enabled: enough,
      retry: false,
      placeholderData: (before) => before,
    }),
  );
  const near = enough ? (data?.near ?? []) : [];
  const nearProposals = enough ? (data?.nearProposals ?? []).filter(({ id }) => id !== except) : [];
  const count = near.length + nearProposals.length;
  return (
    <div aria-live="polite" className="empty:-mt-6">
      {count > 0 && (
        <details className="notice notice-amber">
          <summary className="cursor-pointer font-semibold">{t("found", { count })}</summary>
          <p className="pt-1 pb-3">{t("text")}</p>
          <SimilarPropositions nearby={{ near, nearProposals }} />
        </details>
      )}
    </div>
  );
}
