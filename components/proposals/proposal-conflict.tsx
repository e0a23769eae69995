"use client";

import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import type { FormValues } from "@/components/forms/saved-values";
import { Button } from "@/components/ui/button";
import { LateDiff } from "@/components/ui/late-diff";
import type { Proposal } from "@/lib/proposals/schema";
import { languageOf, partOf, texts, valuesOf } from "./proposal-values";

type ProposalConflictProps = { theirs: Proposal; mine: FormValues; onMine: () => void; onTheirs: () => void };

const labels = { title: "names", statement: "sentence", reason: "reasons" } as const;

/** Somebody saved first: their text compared with what was typed, and two ways on. Neither is lost meanwhile. */
export function ProposalConflict({ theirs, mine, onMine, onTheirs }: ProposalConflictProps) {
  const t = useTranslations("proposals.conflict");
  const form = useTranslations("proposals.form");
  const ref = useRef<HTMLElement>(null);
  useEffect(() => ref.current?.focus(), []);
  const now = valuesOf(theirs);
  const changed = texts.filter((key) => (now[key] ?? "") !== (mine[key] ?? "").trim());
  return (
    <section ref={ref} tabIndex={-1} className="notice notice-amber grid gap-3 py-1" aria-labelledby="conflict">
      <p>
        <b id="conflict">{t("title")}</b> {t(changed.length > 0 ? "text" : "same")}
      </p>
      {changed.map((key) => (
        <div key={key}>
          <p className="text-small text-ink-3">
            {form(labels[partOf(key)])}, {form(languageOf(key) === "en" ? "english" : "french")}
          </p>
          <LateDiff before={mine[key] ?? ""} after={now[key] ?? ""} lang={languageOf(key)} />
        </div>
      ))}
      <div className="actions">
        <Button variant="primary" onClick={onMine}>
          {t("mine")}
        </Button>
        <Button onClick={onTheirs}>{t("theirs")}</Button>
      </div>
    </section>
  );
}
