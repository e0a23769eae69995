"use client";

import { useSyncExternalStore } from "react";

/** Where the choice is kept; without one, the page follows the system. */
export const themeKey = "theme";

const script = `try{var t=localStorage.getItem("${themeKey}");if(t==="light"||t==="dark")document.documentElement.dataset.theme=t}catch(e){}`;

const never = () => () => undefined;

/**
 * Runs before the first paint, so that a page never turns from white to dark under the eye. It is part of the page as
 * the server sends it and of no later rendering, where a script would not run.
 */
export function ThemeScript({ nonce }: { nonce: string | undefined }) {
  const asSent = useSyncExternalStore(
    never,
    () => false,
    () => true,
  );
  if (!asSent) return null;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: a constant of ours, allowed by the page's nonce
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: script }} />;
}
