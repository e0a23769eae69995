import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DiffSide } from "@/components/ui/diff";
import type { Position } from "@/lib/positions/schema";
import { StanceLine } from "../stances/stance-line";
import { valuesOf } from "./draft-values";
import { texts } from "./text-diffs";

type ChangesProps = { standing: NonNullable<Position["standing"]>; draft: NonNullable<Position["draft"]> };

/** Compares the draft with the standing text, field by field, with removed and added words marked. */
export function Changes({ standing, draft }: ChangesProps) {
  const t = useTranslations("positions");
  const before = valuesOf({ standing, draft: null });
  const after = valuesOf({ standing: null, draft });
  const written = texts.filter(([, key]) => before[key] || after[key]);
  const side = (at: "before" | "after", key: (typeof texts)[number][1], lang: string) =>
    (at === "before" ? before : after)[key] ? (
      <DiffSide side={at} before={before[key]} after={after[key]} lang={lang} />
    ) : (
      <p className="text-ink-3">{t("text.nothing")}</p>
    );
  return (
    <section aria-labelledby="changes" className="grid gap-x-8 gap-y-4 lg:grid-cols-2">
      <h3 id="changes" className="sr-only">
        {t("text.changes")}
      </h3>
      <p className="border-b border-ink pb-1.5 text-small font-semibold max-lg:hidden" aria-hidden="true">
        {t("text.standsNow")}
      </p>
      <p className="border-b border-ink pb-1.5 text-small font-semibold max-lg:hidden" aria-hidden="true">
        {t("text.draft")}
      </p>
      <Part now={<StanceLine stance={standing.stance} />} then={<StanceLine stance={draft.stance} provisional />} />
      {written.map(([name, key, lang]) => (
        <Part
          key={key}
          title={`${t(`form.${name}`)}, ${t(`text.inLanguage.${lang}`)}`}
          now={side("before", key, lang)}
          then={side("after", key, lang)}
        />
      ))}
    </section>
  );
}

function Part({ title, now, then }: { title?: string; now: ReactNode; then: ReactNode }) {
  const t = useTranslations("positions.text");
  const label = "text-small font-semibold max-lg:pb-0.5 lg:sr-only";
  return (
    <div className="grid gap-x-8 gap-y-2.5 lg:col-span-2 lg:grid-cols-2 lg:gap-y-1">
      {title && <p className="text-small text-ink-3 lg:col-span-2">{title}</p>}
      <div>
        <p className={label}>{t("standsNow")}</p>
        {now}
      </div>
      <div>
        <p className={label}>{t("draft")}</p>
        {then}
      </div>
    </div>
  );
}
