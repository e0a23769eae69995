import type { ReactNode } from "react";

type ConfirmDetailsProps = { label: ReactNode; children: ReactNode };

/** An act that is rarely wanted, folded; opening it states what follows before there is anything to press. */
export function ConfirmDetails({ label, children }: ConfirmDetailsProps) {
  return (
    <details className="no-print max-w-[600px] text-table [&[open]>summary]:mb-2">
      <summary className="min-h-(--control) cursor-pointer content-center font-semibold text-pen">{label}</summary>
      <div className="grid gap-3 border-l border-rule py-1 pl-4">{children}</div>
    </details>
  );
}
