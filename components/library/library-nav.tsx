import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { ChevronDown } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";

const sections = {
  documents: "/library",
  timeline: "/timeline",
  agenda: "/briefings/recommendations",
  dilemmas: "/dilemmas",
  people: "/people-and-bodies",
  glossary: "/glossary",
  errata: "/errata",
  about: "/library/about",
} as const;
type LibrarySection = keyof typeof sections;
const keys = Object.keys(sections) as LibrarySection[];

type ListProps = { current: LibrarySection; listClass: string; linkClass: string };

function SectionLinks({ current, listClass, linkClass }: ListProps) {
  const t = useTranslations("library.nav");
  return (
    <ul className={listClass}>
      {keys.map((key) => (
        <li key={key}>
          <Link
            href={sections[key]}
            className={clsx(
              "no-underline hover:text-ink hover:underline aria-[current]:font-semibold aria-[current]:text-ink",
              "aria-[current]:border-pen aria-[current]:hover:no-underline",
              linkClass,
            )}
            {...(key === current && { "aria-current": "page" })}
          >
            {t(key)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** The library's parts in one line; on a phone they fold behind what they are. */
export function LibraryNav({ current }: { current: LibrarySection }) {
  const t = useTranslations("library.nav");
  return (
    <nav aria-label={t("label")} className="border-b border-rule print:hidden">
      <SectionLinks
        current={current}
        listClass="hidden flex-wrap gap-x-5 pt-3 md:flex"
        linkClass="block border-b-[3px] border-transparent py-2 text-table text-ink-2"
      />
      <details className="group md:hidden">
        <summary className="flex min-h-11 cursor-pointer list-none items-center gap-2 font-semibold [&::-webkit-details-marker]:hidden">
          <span className="grow">{t("label")}</span>
          <ChevronDown className="group-open:rotate-180" />
        </summary>
        <SectionLinks
          current={current}
          listClass="pb-2"
          linkClass="flex min-h-11 items-center border-l-[3px] border-transparent pl-3 text-ink-2"
        />
      </details>
    </nav>
  );
}
