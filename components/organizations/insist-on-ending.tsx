import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/link";

type InsistOnEndingProps = { slug: string; pending: boolean; onInsist: () => void };

/** Too few would sign after this: the way to give somebody a mandate first, and the way to go on without. */
export function InsistOnEnding({ slug, pending, onInsist }: InsistOnEndingProps) {
  const t = useTranslations("membership.lastSignatory");
  return (
    <div className="notice notice-amber grid gap-2">
      <p className="font-semibold">{t("title")}</p>
      <p>{t("text")}</p>
      <div className="actions">
        <ButtonLink href={`/organizations/${slug}/mandates`}>{t("successor")}</ButtonLink>
        <Button variant="danger" loading={pending} onClick={onInsist}>
          {t("insist")}
        </Button>
      </div>
    </div>
  );
}
