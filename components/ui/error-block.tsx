import { clsx } from "clsx";
import type { ReactNode } from "react";

type BlockProps = {
  title: ReactNode;
  /** `red` for what failed, `amber` for what changed or waits. */
  tone?: "red" | "amber" | undefined;
  /** Announced at once: for something that appears after an act. */
  live?: boolean | undefined;
  actions?: ReactNode;
  children?: ReactNode;
};

/** What happened, what was kept, and what to do. */
export function ErrorBlock({ title, tone = "red", live, actions, children }: BlockProps) {
  return (
    <div className={clsx("notice max-w-[64ch]", `notice-${tone}`)} {...(live && { role: "alert" })}>
      <p>
        <b>{title}</b> {children}
      </p>
      {actions && <div className="actions mt-2.5">{actions}</div>}
    </div>
  );
}
