import { useLocale, useTranslations } from "next-intl";
import { officeHref } from "@/components/offices/office-href";
import { Link } from "@/components/ui/link";
import type { Clause } from "@/lib/talking-points/schema.text";

/** Whom a clause asks: by the title that the office had then; its page tells the present one. */
export function Addressee({ of: { slug, title } }: { of: NonNullable<Clause["of"]> }) {
  const t = useTranslations("talkingPoints.text");
  const locale = useLocale();
  return (
    <p className="pt-1 font-ui text-small text-ink-2">
      {t.rich("addresseeLink", {
        office: title[locale],
        link: (words) => <Link href={officeHref(slug)}>{words}</Link>,
      })}
    </p>
  );
}
