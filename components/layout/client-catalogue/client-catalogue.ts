import type { ReactNode } from "react";
import type { HourStyle } from "@/lib/platform/generated/prisma/enums";
import type { Messages } from "@/lib/platform/i18n/messages";

/** What runs on every page says these things in the browser. The rest is brought by the pages that say it. */
export type BrowserMessages = Pick<Messages, "search" | "ui">;

export type CatalogueProps = { now: Date; timeZone: string; hours: HourStyle; children: ReactNode };
