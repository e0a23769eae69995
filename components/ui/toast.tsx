"use client";

import { useTranslations } from "next-intl";
import { useSyncExternalStore } from "react";
import { X } from "@/components/ui/icons";
import { IconButton } from "./icon-button";

type Toast = { id: number; text: string; tone: "pen" | "red" };

const listeners = new Set<() => void>();
const none: Toast[] = [];
let toasts = none;
let last = 0;

function set(next: Toast[]) {
  toasts = next;
  for (const tell of listeners) tell();
}
function subscribe(listener: () => void) {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
const dismiss = (id: number) => set(toasts.filter((it) => it.id !== id));

/** Acknowledges an act with a sentence. It leaves by itself after eight seconds; a refusal stays until it is dismissed. */
export function showToast(text: string, tone: Toast["tone"] = "pen") {
  last += 1;
  const id = last;
  set([...toasts.slice(-2), { id, text, tone }]);
  if (tone === "pen") setTimeout(() => dismiss(id), 8000);
}

/** Stands once in the frame; the region is there before anything is said in it, so that it is read out. */
export function Toaster() {
  const t = useTranslations("ui");
  const shown = useSyncExternalStore(
    subscribe,
    () => toasts,
    () => none,
  );
  return (
    <section className="toasts" aria-label={t("notices")} aria-live="polite">
      {shown.map(({ id, text, tone }) => (
        <div key={id} className={tone === "red" ? "toast toast-red" : "toast"}>
          <p className="py-0.5">{text}</p>
          <IconButton small label={t("dismiss")} icon={<X />} onClick={() => dismiss(id)} />
        </div>
      ))}
    </section>
  );
}
