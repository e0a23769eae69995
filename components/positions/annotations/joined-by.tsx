import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { Join } from "@/lib/positions/schema.annotations";

type Joined = Pick<Join, "organization" | "earlierText">;

/** Who shares a reservation: those who joined these words, then those who joined earlier ones and were not carried over. */
export function JoinedBy({ joins }: { joins: readonly Joined[] }) {
  const t = useTranslations("positions.annotations");
  const [now, earlier] = [false, true].map((is) => joins.filter(({ earlierText }) => earlierText === is));
  return (
    <>
      {now && now.length > 0 && <Named label={t("joinedNow", { count: now.length })} joins={now} />}
      {earlier && earlier.length > 0 && <Named label={t("joinedEarlier")} joins={earlier} />}
    </>
  );
}

function Named({ label, joins }: { label: string; joins: readonly Joined[] }) {
  const locale = useLocale();
  return (
    <p className="text-small text-ink-2">
      {label}{" "}
      {joins.map(({ organization: { slug, name, short } }, index) => (
        <span key={slug}>
          {index > 0 && ", "}
          <Link href={`/organizations/${slug}`} aria-label={name[locale]}>
            {short[locale]}
          </Link>
        </span>
      ))}
    </p>
  );
}
