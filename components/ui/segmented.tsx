import type { ReactNode } from "react";
import { Link } from "./link";

type Segment = { href: string; label: ReactNode; current?: boolean | undefined };

/** The same facts, seen another way: each way has its own address. */
export function Segmented({ label, segments }: { label: string; segments: readonly Segment[] }) {
  return (
    <nav aria-label={label} className="min-w-0 max-w-full">
      <ul className="seg">
        {segments.map(({ href, label: words, current }) => (
          <li key={href}>
            <Link href={href} scroll={false} {...(current && { "aria-current": "page" })}>
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
