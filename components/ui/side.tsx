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

type SideSectionProps = { title: ReactNode; as?: "h2" | "h3"; children: ReactNode };

/** Under the page's own heading where nothing in the list has one: then it is an `h2`. */
export function SideSection({ title, as: Heading = "h3", children }: SideSectionProps) {
  return (
    <section>
      <Heading>{title}</Heading>
      {children}
    </section>
  );
}
