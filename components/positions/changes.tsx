import { useTranslations } from "next-intl";
import type { Position } from "@/lib/positions/schema";
import { valuesOf } from "./draft-values";
import { StanceLine } from "./stance-line";
import { changedTexts, TextDiffs } from "./text-diffs";

/** The draft against what stands, for whoever is about to sign it. */
export function Changes({ position: { draft, standing } }: { position: Pick<Position, "draft" | "standing"> }) {
  const t = useTranslations("positions.text");
  const names = useTranslations("stances.name");
  if (!draft || !standing) return null;
  const before = valuesOf({ standing, draft: null });
  const after = valuesOf({ standing: null, draft });
  const moved = standing.stance !== draft.stance;
  if (!moved && changedTexts(before, after).length === 0) return null;
  return (
    <section aria-labelledby="changes" className="grid gap-2 border-l border-rule pl-4">
      <h3 id="changes" className="text-table">
        {t("changes")}
      </h3>
      {moved && (
        <p>
          <StanceLine stance={draft.stance} provisional>
            <span className="text-ink-3">({t("stanceWas", { stance: names(standing.stance) })})</span>
          </StanceLine>
        </p>
      )}
      <TextDiffs before={before} after={after} />
    </section>
  );
}
