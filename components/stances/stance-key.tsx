import { useTranslations } from "next-intl";
import { StanceCell } from "./stance-cell";
import { type StanceMark, stanceMarks } from "./stances";

/** What each shape means; it stands, on screen and in print, on every page that uses them. */
export function StanceKey({ marks = stanceMarks }: { marks?: readonly StanceMark[] | undefined }) {
  const t = useTranslations("stances");
  return (
    <ul className="key" aria-label={t("key")}>
      {marks.map((mark) => (
        <li key={mark}>
          <StanceCell stance={mark} />
          {t(`short.${mark}`)}
        </li>
      ))}
    </ul>
  );
}
