import { useTranslations } from "next-intl";
import type { Position } from "@/lib/positions/schema";
import { StanceLine } from "../stances/stance-line";
import { StateStamps } from "./state-stamps";

/** The reader's own organization on one proposition: what stands, else the draft, else the absence. */
export function PositionStatus({ position }: { position: Position | null }) {
  const t = useTranslations("positions.state");
  const names = useTranslations("stances.name");
  if (!position) return <StanceLine short stance="not_recorded" />;
  const { standing, draft, stale } = position;
  const moved = standing && draft && standing.stance !== draft.stance;
  return (
    <span className="grid content-start gap-2">
      <StanceLine
        short
        stance={(standing ?? draft)?.stance ?? "not_recorded"}
        provisional={!standing && draft !== null}
        stale={stale}
      />
      {stale && <span className="text-small text-ink-3">{t("stale")}</span>}
      <StateStamps position={{ ...position, stale: false }} />
      {moved && <span className="text-small text-ink-3">{t("draftOf", { stance: names(draft.stance) })}</span>}
    </span>
  );
}
