import { useTranslations } from "next-intl";
import { LayoutList, LogIn, Menu as MenuIcon } from "@/components/ui/icons";
import { MenuLink, MenuRule } from "@/components/ui/menu";
import { PopoverSheet } from "@/components/ui/popover";
import { SignInLink } from "@/components/ui/sign-in-link";
import type { Account } from "./account";
import { AccountMenuItems, Appearance } from "./account-menu-items";
import { mobileTabs } from "./navigation";
import { BottomNav, type NavItem } from "./navigation-links";

type BottomBarProps = { items: readonly NavItem[]; account: Account | null; signOutHref: string };

/** On a phone the places stand under the thumb; the others rise from "More", on a sheet the platform opens and closes. */
export function BottomBar({ items, account, signOutHref }: BottomBarProps) {
  const t = useTranslations("layout");
  return (
    <>
      <BottomNav label={t("bottom")} items={items.slice(0, mobileTabs)}>
        <button type="button" popoverTarget="more" className="bottom-item">
          <MenuIcon />
          {t("more")}
        </button>
      </BottomNav>
      <PopoverSheet id="more" className="menu more">
        {items.slice(mobileTabs).map(({ href, label, icon }) => (
          <MenuLink key={href} href={href} icon={icon}>
            {label}
          </MenuLink>
        ))}
        <MenuLink href="/more" icon={<LayoutList />}>
          {t("foot.pages")}
        </MenuLink>
        <MenuRule />
        {account ? (
          <AccountMenuItems account={account} signOutHref={signOutHref} />
        ) : (
          <SignInLink className="menu-item">
            <LogIn />
            {t("signIn")}
          </SignInLink>
        )}
        <MenuRule />
        <Appearance name="theme-more" />
      </PopoverSheet>
    </>
  );
}
