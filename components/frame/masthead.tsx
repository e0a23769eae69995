import { useTranslations } from "next-intl";
import { Suspense } from "react";
import type { Locale } from "@/lib/platform/i18n/routing";
import type { Account } from "./account";
import { AccountMenu } from "./account-menu";
import { LanguageLink } from "./language-link";
import { Mark } from "./mark";
import { MainNav, type NavItem } from "./nav";

type MastheadProps = { locale: Locale; items: readonly NavItem[]; account: Account | null; signOutHref: string };

export function Masthead({ locale, items, account, signOutHref }: MastheadProps) {
  const t = useTranslations("shell");
  return (
    <header className="mast">
      <div className="page mast-line">
        <Mark label={t("home")} />
        <MainNav label={t("main")} items={items} />
        <div className="mast-end">
          {!account && <AccountMenu account={null} signOutHref={signOutHref} />}
          <Suspense>
            <LanguageLink locale={locale} />
          </Suspense>
          {account && <AccountMenu account={account} signOutHref={signOutHref} />}
        </div>
      </div>
    </header>
  );
}
