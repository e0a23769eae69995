import { type ReactNode, useId } from "react";

/** A part of a text page: its title beside what it says, as in a printed act; above it on a phone. */
export function TextSection({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="mt-8 grid gap-x-8 gap-y-3 border-t-[1.5px] border-ink pt-3 md:grid-cols-[260px_minmax(0,1fr)]"
    >
      <h2 id={id}>{title}</h2>
      <div className="grid max-w-[68ch] content-start gap-3 pt-0.5">{children}</div>
    </section>
  );
}
