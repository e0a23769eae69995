import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Banner } from "@/components/ui/banner";
import { Toaster } from "@/components/ui/toast";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Account } from "./account";
import { BottomBar } from "./bottom-bar";
import { FollowLinks } from "./follow-links";
import { Footer } from "./footer";
import { Masthead } from "./masthead";
import { navigation } from "./navigation";
import { PrintHead } from "./print-head";
import { SkipLink } from "./skip-link";

type LayoutProps = {
  /** What this network is called. */
  name: string;
  locale: Locale;
  account: Account | null;
  /** What is shown is fictional: said on every page and on paper. */
  illustrative: boolean;
  signOutHref: string;
  children: ReactNode;
};

/** What stands around every page: strips, masthead, footer, and the bar at the foot of a phone. */
export function Layout({ name, locale, account, illustrative, signOutHref, children }: LayoutProps) {
  const t = useTranslations("layout");
  const items = navigation
    .filter(({ withAccount }) => account || !withAccount)
    .map(({ key, href, icon: Icon }) => ({
      href,
      label: t(`navigation.${key}`),
      icon: <Icon />,
    }));
  return (
    <div className={illustrative ? "frame frame-illustrative" : "frame"}>
      <SkipLink />
      <PrintHead name={name} account={account} />
      {illustrative && (
        <Banner kind="illustrative" bold={t("illustrative.bold")} join={t("illustrative.join")}>
          {t("illustrative.rest")}
        </Banner>
      )}
      <Masthead name={name} locale={locale} items={items} account={account} signOutHref={signOutHref} />
      <main id="content" className="page" tabIndex={-1}>
        {children}
      </main>
      <Footer visitor={!account} />
      <BottomBar items={items} account={account} signOutHref={signOutHref} />
      <Toaster />
      <FollowLinks />
    </div>
  );
}
