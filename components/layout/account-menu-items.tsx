import { useLocale, useTranslations } from "next-intl";
import { CodeChip } from "@/components/ui/code-chip";
import { Inbox, KeyRound, LogOut, Settings, UserRound } from "@/components/ui/icons";
import { MenuButton, MenuLink, MenuRule } from "@/components/ui/menu";
import { ThemeSwitch } from "../ui/theme-switch";
import type { Account } from "./account";
import { HereField } from "./here-field";

/** What stands in the account menu, and behind "More" on a phone: whom one acts for, one's own pages, the way out. */
export function AccountMenuItems({ account, signOutHref }: { account: Account; signOutHref: string }) {
  const t = useTranslations("layout");
  const administration = useTranslations("network");
  return (
    <>
      <div className="grid gap-2 px-4 pt-2 pb-3">
        <p className="text-small text-ink-3">{t("signedInAs", { name: account.name })}</p>
        {account.organizations.map(({ code, name }) => (
          <p key={code} className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-2.5 font-semibold">
            <CodeChip code={code} name={name} />
            <span className="pt-0.5">{name}</span>
          </p>
        ))}
      </div>
      <MenuRule />
      <MenuLink href="/account" icon={<UserRound />}>
        {t("account")}
      </MenuLink>
      <MenuLink href="/account/tokens" icon={<KeyRound />}>
        {t("tokens")}
      </MenuLink>
      {account.administrator && (
        <MenuLink href="/administration" icon={<Settings />}>
          {administration("title")}
        </MenuLink>
      )}
      {account.outbox && (
        <MenuLink href="/outbox" icon={<Inbox />}>
          {t("outbox")}
        </MenuLink>
      )}
      <MenuRule />
      <SignOut href={signOutHref} label={t("signOut")} />
    </>
  );
}

function SignOut({ href, label }: { href: string; label: string }) {
  return (
    <form method="post" action={href}>
      <input type="hidden" name="language" value={useLocale()} />
      <HereField />
      <MenuButton type="submit" icon={<LogOut />}>
        {label}
      </MenuButton>
    </form>
  );
}

export function Appearance({ name }: { name: string }) {
  const t = useTranslations("layout.theme");
  const labels = { system: t("system"), light: t("light"), dark: t("dark") };
  return <ThemeSwitch name={name} title={t("title")} labels={labels} />;
}
