import { clsx } from "clsx";
import { type ReactNode, useId } from "react";

type SectionProps = {
  title: ReactNode;
  /** How many rows follow, in figures or words. */
  count?: ReactNode;
  actions?: ReactNode;
  id?: string | undefined;
  className?: string | undefined;
  children: ReactNode;
};

/** A part of a page under an ink rule. */
export function Section({ title, count, actions, id, className, children }: SectionProps) {
  const own = useId();
  const heading = id ? `${id}-title` : own;
  return (
    <section id={id} className={clsx("section", className)} aria-labelledby={heading}>
      <div className="section-head">
        <h2 id={heading}>{title}</h2>
        {count !== undefined && <span className="count">{count}</span>}
        {actions}
      </div>
      {children}
    </section>
  );
}

/** A smaller group of rows, with its count at the right: due today, this week, a category. */
export function GroupHead({
  title,
  count,
  as: Heading = "h2",
}: {
  title: ReactNode;
  count?: ReactNode;
  as?: "h2" | "h3";
}) {
  return (
    <Heading className="group-head">
      <bdi>{title}</bdi>
      {count !== undefined && <span className="count">{count}</span>}
    </Heading>
  );
}
