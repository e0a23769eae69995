import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { Category } from "./stances";

const bars: Record<Category | "some_not_shown", string> = {
  broad_agreement: "sss",
  agreement_with_reservations: "ssr",
  agreement_with_dissent: "sso",
  divided: "soo",
  broad_opposition: "ooo",
  unsettled: "suu",
  too_few: "mmm",
  some_not_shown: "h",
};

type CategoryMarkProps = {
  /** Null where some stances are hidden from the reader: then no category is given. */
  category: Category | null;
  className?: string | undefined;
};

/** Three small bars that repeat the stance shapes, then the words. */
export function CategoryMark({ category, className }: CategoryMarkProps) {
  const t = useTranslations("stances");
  const code = category ?? "some_not_shown";
  return (
    <span className={clsx("cat", className)}>
      <span className="cat-bars" aria-hidden="true">
        {[...bars[code]].map((bar, place) => (
          <i key={`${bar}${String(place)}`} className={`bar-${bar}`} />
        ))}
      </span>
      {t(`category.${code}`)}
    </span>
  );
}
