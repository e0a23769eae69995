import { getTranslations } from "next-intl/server";
import { ButtonLink } from "@/components/ui/link";
import { PageHead } from "@/components/ui/page-head";

const reasons = { refused: "text", interrupted: "interrupted", unreachable: "unreachable" } as const;

/** An organization's sign-in that led nowhere: what may be the matter, the same for every address, and the way back. */
export async function SignInRefusedView({ why, next }: { why: string | undefined; next: string }) {
  const t = await getTranslations("accounts.signInRefused");
  const reason = reasons[Object.keys(reasons).find((it) => it === why) as keyof typeof reasons] ?? "interrupted";
  return (
    <>
      <PageHead title={t("title")}>{t(reason)}</PageHead>
      <div className="actions mt-6">
        <ButtonLink variant="primary" href={`/sign-in?${new URLSearchParams({ next })}`}>
          {t("again")}
        </ButtonLink>
      </div>
    </>
  );
}
