"use client";

import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { usePathname } from "@/lib/platform/i18n/navigation";
import { isCurrent } from "./navigation";

export type NavItem = { href: string; label: string; icon: ReactNode };

/** `page` for the page itself, `true` for a page under it. */
function useCurrent() {
  const path = usePathname();
  return (href: string) => (isCurrent(href, path) ? { "aria-current": path === href ? ("page" as const) : true } : {});
}

export function MainNav({ label, items }: { label: string; items: readonly NavItem[] }) {
  const current = useCurrent();
  return (
    <nav className="nav" aria-label={label}>
      <ul>
        {items.map(({ href, label: words }) => (
          <li key={href}>
            <Link href={href} data-label={words} {...current(href)}>
              {words}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Places at the foot of a phone; what does not fit opens from the last one. */
export function BottomNav({
  label,
  items,
  children,
}: {
  label: string;
  items: readonly NavItem[];
  children: ReactNode;
}) {
  const current = useCurrent();
  return (
    <nav className="bottom" aria-label={label}>
      <ul>
        {items.map(({ href, label: words, icon }) => (
          <li key={href}>
            <Link href={href} className="bottom-item" {...current(href)}>
              {icon}
              <bdi>{words}</bdi>
            </Link>
          </li>
        ))}
        <li>{children}</li>
      </ul>
    </nav>
  );
}
