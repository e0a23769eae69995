"use client";

import { useLayoutEffect, useSyncExternalStore } from "react";
import { themeKey } from "./theme-script";

const themes = ["system", "light", "dark"] as const;
type Theme = (typeof themes)[number];

const changed = "concerted:theme";

function readTheme(): Theme {
  try {
    const kept = localStorage.getItem(themeKey);
    return kept === "light" || kept === "dark" ? kept : "system";
  } catch {
    return "system";
  }
}

function showTheme(theme: Theme) {
  if (theme === "system") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
}

export function keepTheme(theme: Theme) {
  showTheme(theme);
  try {
    if (theme === "system") localStorage.removeItem(themeKey);
    else localStorage.setItem(themeKey, theme);
  } catch {
    // Storage may be refused; the choice then holds for this page.
  }
  window.dispatchEvent(new Event(changed));
}

function subscribe(listener: () => void) {
  window.addEventListener(changed, listener);
  window.addEventListener("storage", listener);
  return () => {
    window.removeEventListener(changed, listener);
    window.removeEventListener("storage", listener);
  };
}

/** Light, dark, or as the system has it. Turning to the other language draws the page anew, so the choice is shown again. */
export function ThemeSwitch({ name, title, labels }: { name: string; title: string; labels: Record<Theme, string> }) {
  const theme = useSyncExternalStore(subscribe, readTheme, () => "system" as const);
  useLayoutEffect(() => showTheme(theme), [theme]);
  return (
    <fieldset className="px-4 pt-2 pb-3">
      <legend className="menu-label px-0">{title}</legend>
      <div className="seg mt-1">
        {themes.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              className="sr-only"
              name={name}
              value={choice}
              checked={choice === theme}
              onChange={() => keepTheme(choice)}
            />
            {labels[choice]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
