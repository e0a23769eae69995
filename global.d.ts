import type { Messages } from "@/lib/platform/i18n/messages";
import type { Locale } from "@/lib/platform/i18n/routing";

declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}

declare module "*.css";
