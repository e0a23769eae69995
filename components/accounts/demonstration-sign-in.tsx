import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Button, type ButtonStyle } from "@/components/ui/button";

type DemonstrationSignInProps = ButtonStyle & { email: string; next: string; name: string; children?: ReactNode };

/** Signs in as a demonstration person: a plain form, so that it works without script. */
export function DemonstrationSignIn({ email, next, name, children, ...look }: DemonstrationSignInProps) {
  const t = useTranslations("accounts.demonstration");
  return (
    <form method="post" action="/api/demonstration/sign-in">
      <input type="hidden" name="email" value={email} />
      <input type="hidden" name="next" value={next} />
      <Button type="submit" {...look}>
        {children ?? (
          <>
            {t("signIn")} <span className="sr-only">{t("asName", { name })}</span>
          </>
        )}
      </Button>
    </form>
  );
}
