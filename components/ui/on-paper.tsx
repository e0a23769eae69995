import type { ReactNode } from "react";

/** What only a printed page says, such as what it belongs to: on screen the way there stands above it. */
export function OnPaper({ children }: { children: ReactNode }) {
  return <span className="print-only">{children}</span>;
}
