import { clsx } from "clsx";
import { useLocale } from "next-intl";
import { Clock } from "@/components/ui/icons";
import { letterOf, type StanceMark, shapes } from "./stances";

type StanceCellProps = {
  stance: StanceMark;
  /** The accessible sentence, where no text accompanies the cell. Without it the cell is decorative. */
  label?: string | undefined;
  size?: "small" | "normal" | "touch" | undefined;
  /** Not signed off; seen by its own organization alone. */
  provisional?: boolean | undefined;
  /** Past its review date. */
  stale?: boolean | undefined;
};

/** The picture alone, where the words stand beside it; thousands of them know their letter already. */
export const StanceShape = ({ stance, letter }: { stance: StanceMark; letter: string | null }) => (
  <span aria-hidden="true" className={`st st-${shapes[stance]}`}>
    {letter && <b>{letter}</b>}
  </span>
);

/** A stance as shape, pattern, letter and colour; the first two are enough alone. */
export function StanceCell({ stance, label, size = "normal", provisional, stale }: StanceCellProps) {
  const letter = letterOf(stance, useLocale());
  const name = label ? { role: "img", "aria-label": label } : { "aria-hidden": true };
  const cell = (
    <span
      {...name}
      className={clsx(`st st-${shapes[stance]}`, size !== "normal" && `st-${size}`, provisional && "st-provisional")}
    >
      {letter && <b>{letter}</b>}
    </span>
  );
  if (!stale) return cell;
  return (
    <span className="inline-flex items-center gap-1">
      {cell}
      <Clock className="size-3 text-ink-3" />
    </span>
  );
}
