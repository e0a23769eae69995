"use client";

import { type KeyboardEvent, type ReactNode, useId, useState } from "react";

type Tab = { key: string; label: ReactNode; panel: ReactNode };

const steps: Record<string, (at: number, count: number) => number> = {
  ArrowRight: (at, count) => (at + 1) % count,
  ArrowLeft: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** Parts of one thing that need no address of their own; where they do, use Segmented. All panels stay in the page. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly Tab[] }) {
  const id = useId();
  const [open, setOpen] = useState(tabs[0]?.key);
  const move = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = tabs.findIndex(({ key }) => key === open);
    const to = tabs[steps[event.key]?.(at, tabs.length) ?? -1];
    if (!to) return;
    event.preventDefault();
    setOpen(to.key);
    document.getElementById(`${id}-tab-${to.key}`)?.focus();
  };
  return (
    <div>
      <div role="tablist" aria-label={label} className="tabs" onKeyDown={move}>
        {tabs.map(({ key, label: words }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`${id}-tab-${key}`}
            aria-selected={key === open}
            aria-controls={`${id}-panel-${key}`}
            tabIndex={key === open ? 0 : -1}
            onClick={() => setOpen(key)}
          >
            {words}
          </button>
        ))}
      </div>
      {tabs.map(({ key, panel }) => (
        <div
          key={key}
          role="tabpanel"
          id={`${id}-panel-${key}`}
          aria-labelledby={`${id}-tab-${key}`}
          hidden={key !== open}
          className="pt-4"
        >
          {panel}
        </div>
      ))}
    </div>
  );
}
