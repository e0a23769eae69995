import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

type TimelineStep = {
  key: string;
  date: ReactNode;
  /** One sentence. */
  text: ReactNode;
  /** A filled ring for now, a diamond where something was stopped. */
  mark?: "now" | "stopped" | undefined;
};
type TimelineProps = { label: string; steps: readonly TimelineStep[]; upright?: boolean | undefined };

/** How something came about, in order. Four steps or fewer lie flat; more stand upright, as all do under 720px. */
export function Timeline({ label, steps, upright = steps.length > 4 }: TimelineProps) {
  const t = useTranslations("ui");
  return (
    <ol
      className={clsx("timeline", upright && "timeline-upright")}
      aria-label={label}
      style={{ "--steps": steps.length } as React.CSSProperties}
    >
      {steps.map(({ key, date, text, mark }) => (
        <li key={key} className={clsx(mark && `timeline-${mark}`)} {...(mark === "now" && { "aria-current": "step" })}>
          <b>{date}</b>
          {mark && <span className="sr-only"> ({t(mark)})</span>}
          <br />
          <bdi>{text}</bdi>
        </li>
      ))}
    </ol>
  );
}
