import { useLocale, useTranslations } from "next-intl";
import { HereField } from "@/components/layout/here-field";
import { Button, type ButtonStyle } from "@/components/ui/button";
import { LogOut } from "@/components/ui/icons";

/** Ends the session here; a plain form, so that it works without script. */
export function SignOut({ look = {} }: { look?: ButtonStyle }) {
  const t = useTranslations("accounts.already");
  return (
    <form method="post" action="/api/sign-out">
      <input type="hidden" name="language" value={useLocale()} />
      <HereField />
      <Button type="submit" icon={<LogOut />} {...look}>
        {t("signOut")}
      </Button>
    </form>
  );
}
