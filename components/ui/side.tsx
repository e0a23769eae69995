import type { ReactNode } from "react";

/** A list, and what stands beside it; under 1000px the side comes after the list. */
export function SideLayout({
  children,
  side,
  label,
}: {
  children: ReactNode;
  side: ReactNode;
  label?: string | undefined;
}) {
  return (
    <div className="side-layout">
      <div className="min-w-0">{children}</div>
      <div className="side" {...(label && { role: "group", "aria-label": label })}>
        {side}
      </div>
    </div>
  );
}

export function SideSection({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
