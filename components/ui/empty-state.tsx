import type { ReactNode } from "react";

/** One sentence, then one useful thing to do. No picture. */
export function EmptyState({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className="py-4">
      <p className="max-w-[64ch]">{children}</p>
      {action && <div className="mt-2.5">{action}</div>}
    </div>
  );
}
