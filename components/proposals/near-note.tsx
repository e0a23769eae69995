"use client";

import { useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useRested } from "@/components/ui/use-rested";
import { api } from "@/lib/api/client";
import { NearList } from "./near-list";

const shortest = 8;

type NearNoteProps = {
  en: string;
  fr: string;
  /** The proposal itself, which is near to itself. */
  except?: string | undefined;
};

/** What says something near, told while somebody writes: perhaps the question is asked already. */
export function NearNote({ en, fr, except }: NearNoteProps) {
  const t = useTranslations("proposals.near");
  const asked = { en: useRested(en), fr: useRested(fr) };
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
          <NearList nearby={{ near, nearProposals }} />
        </details>
      )}
    </div>
  );
}
