import type { ReactNode } from "react";
import type { Messages } from "@/lib/platform/i18n/messages";

/** What runs in the browser says these things, and no others. */
export type BrowserMessages = Pick<Messages, "access" | "imports" | "ui" | "stances" | "positions" | "people"> & {
  shell: Pick<Messages["shell"], "search">;
};

export type WordsProps = { now: Date; timeZone: string; children: ReactNode };
