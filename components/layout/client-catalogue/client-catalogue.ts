import type { ReactNode } from "react";
import type { HourStyle } from "@/lib/platform/generated/prisma/enums";
import type { Messages } from "@/lib/platform/i18n/messages";
import type { GivenZone } from "@/lib/platform/time/known-zones";

/** What runs on every page says these things in the browser. The rest is brought by the pages that say it. */
export type BrowserMessages = Pick<Messages, "search" | "ui">;

export type CatalogueProps = {
  now: Date;
  /** The network's time zone. */
  zone: string;
  /** The clocks of the network and of the reader, from the server's data: a browser's own is not asked. */
  zones: readonly GivenZone[];
  hours: HourStyle;
  children: ReactNode;
};
