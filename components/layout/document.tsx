import { headers } from "next/headers";
import type { ReactNode } from "react";
import { getViewer, isDemonstration, isIllustrative, readNetwork } from "@/lib/api/server";
import type { Locale } from "@/lib/platform/i18n/routing";
import { ThemeScript } from "../ui/theme-script";
import { accountOf } from "./account";
import { ClientMessages } from "./client-catalogue/client-messages";
import { FontPreloads } from "./font-preloads";
import { Layout } from "./layout";
import { Providers } from "./providers";

/** The whole page: language, theme before first paint, frame, and what the browser needs to go on. */
export async function Document({ locale, children }: { locale: Locale; children: ReactNode }) {
  const [viewer, demonstration, illustrative, network, given] = await Promise.all([
    getViewer(),
    isDemonstration(),
    isIllustrative(),
    readNetwork(),
    headers(),
  ]);
  const absent = given.get("x-concerted-absent");
  return (
    <html lang={locale} suppressHydrationWarning>
      <body>
        <ThemeScript nonce={given.get("x-nonce") ?? undefined} />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#F4F4F0" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#111516" media="(prefers-color-scheme: dark)" />
        <FontPreloads />
        <link rel="icon" href="/favicon.svg" type="image/svg+xml" />
        <link rel="apple-touch-icon" href="/icon-180.png" />
        <ClientMessages locale={locale}>
          <Providers absent={absent?.replace(/^\/(?:en|fr)(?=$|[/?])/, "") ?? null}>
            <Layout
              name={locale === "fr" ? network.nameFr : network.nameEn}
              locale={locale}
              account={accountOf(viewer, locale, demonstration)}
              illustrative={illustrative}
              signOutHref="/api/sign-out"
            >
              {children}
            </Layout>
          </Providers>
        </ClientMessages>
      </body>
    </html>
  );
}
