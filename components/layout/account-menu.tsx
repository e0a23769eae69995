import { useTranslations } from "next-intl";
import { UserRound } from "@/components/ui/icons";
import { Menu, MenuRule } from "@/components/ui/menu";
import { SignInLink } from "@/components/ui/sign-in-link";
import type { Account } from "./account";
import { AccountMenuItems, Appearance } from "./account-menu-items";

/** The organization's code opens the menu; a visitor is offered the way in. */
export function AccountMenu({ account, signOutHref }: { account: Account | null; signOutHref: string }) {
  const t = useTranslations("layout");
  if (!account) return <SignInLink>{t("signIn")}</SignInLink>;
  const first = account.organizations[0];
  const label = [t("yourAccount"), first?.name].filter(Boolean).join(", ");
  return (
    <Menu end trigger={first?.code ?? <UserRound />} triggerClass="who" label={label} className="w-80">
      <AccountMenuItems account={account} signOutHref={signOutHref} />
      <MenuRule />
      <Appearance name="theme" />
    </Menu>
  );
}
