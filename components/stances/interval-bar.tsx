import { useTranslations } from "next-intl";

type IntervalBarProps = {
  /** Stated support, with and without reservation. */
  stated: number;
  /** What it would be if everyone undecided or not recorded joined. */
  possible: number;
  /** All members: the right post. */
  of: number;
};

/** A range, never an estimate: solid is said, ticked could be said, and no mandate is in neither. */
export function IntervalBar({ stated, possible, of }: IntervalBarProps) {
  const t = useTranslations("stances");
  const share = (count: number) => `${String(Math.round((count / Math.max(of, 1)) * 1000) / 10)}%`;
  return (
    <span className="interval" role="img" aria-label={t("interval", { stated, possible, of })}>
      <i style={{ width: share(stated) }} />
      {possible > stated && <i style={{ left: share(stated), width: share(possible - stated) }} />}
    </span>
  );
}
