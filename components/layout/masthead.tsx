import { useTranslations } from "next-intl";
import { Suspense } from "react";
import { Search } from "@/components/ui/icons";
import type { Locale } from "@/lib/platform/i18n/routing";
import { SearchButton } from "../search/search-button";
import type { Account } from "./account";
import { AccountMenu } from "./account-menu";
import { LanguageLink } from "./language-link";
import { Logo } from "./logo";
import { MainNav, type NavItem } from "./navigation-links";

type MastheadProps = {
  name: string;
  locale: Locale;
  items: readonly NavItem[];
  account: Account | null;
  signOutHref: string;
};

/** Enough to tell one reader of this tab from the next. */
const readerOf = ({ name, organizations }: Account) => [name, ...organizations.map(({ code }) => code)].join(" ");

export function Masthead({ name, locale, items, account, signOutHref }: MastheadProps) {
  const t = useTranslations("layout");
  return (
    <header className="mast">
      <div className="page mast-line">
        <Logo name={name} label={t("home", { name })} />
        <MainNav label={t("main")} items={items} />
        <div className="mast-end">
          <SearchButton icon={<Search />} whose={account ? readerOf(account) : ""} signOutHref={signOutHref} />
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
