import type { Messages } from "@/lib/platform/i18n/messages";
import type { Locale } from "@/lib/platform/i18n/routing";

type Config = { Locale: Locale; Messages: Messages };

declare module "next-intl" {
  interface AppConfig extends Config {}
}

// The same words outside pages: files, mail, answers of the API.
declare module "use-intl" {
  interface AppConfig extends Config {}
}

declare module "*.css";
