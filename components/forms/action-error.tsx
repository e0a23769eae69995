"use client";

import { useTranslations } from "next-intl";
import { readProblem } from "@/components/forms/read-problem";
import { Button, buttonClass } from "@/components/ui/button";
import { ErrorBlock } from "@/components/ui/error-block";
import { SignInLink } from "@/components/ui/sign-in-link";
import { useRouter } from "@/lib/platform/i18n/navigation";

type ActionErrorProps = {
  error: unknown;
  /** Clears the error once the page was loaded anew. */
  onReread?: (() => void) | undefined;
};

/** Why an action was refused, and the next step where there is one. Field errors are shown by the form. */
export function ActionError({ error, onReread }: ActionErrorProps) {
  const t = useTranslations("ui.problem");
  const router = useRouter();
  if (!error) return null;
  const { status, reason, detail, mistakes } = readProblem(error);
  if (mistakes.length > 0) return null;
  const reread = () => {
    router.refresh();
    onReread?.();
  };
  const way =
    reason === "signInAgain" || status === 401 ? (
      <SignInLink className={buttonClass({})}>{t("again")}</SignInLink>
    ) : status === 412 || status === 409 ? (
      <Button onClick={reread}>{t("reread")}</Button>
    ) : null;
  return <ErrorBlock live title={detail ?? t("offline")} actions={way} />;
}
