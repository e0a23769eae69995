import { useLocale } from "next-intl";
import { StanceLine } from "@/components/stances/stance-line";
import { Link } from "@/components/ui/link";
import type { ComparedStance, Difference, Differences } from "@/lib/agreement/schema.differences";
import type { OrganizationName } from "@/lib/organizations/schema";
import { ReservationWithJoins } from "./reservation-with-joins";

type DifferenceRowProps = { row: Difference; told: Differences };

/** One proposition and what both said of it. */
export function DifferenceRow({ row, told: { one, other } }: DifferenceRowProps) {
  const locale = useLocale();
  return (
    <article className="differ">
      <h3>
        <span className="differ-number">{row.number}</span>{" "}
        <Link href={`/propositions/${row.slug}`}>{row.title[locale]}</Link>
      </h3>
      <Side by={one} said={row.one} row={row} />
      <Side by={other} said={row.other} row={row} />
    </article>
  );
}

type SideProps = { by: OrganizationName; said: ComparedStance; row: Difference };

/** A stance opens its reasons; its reservation is read here, in full. */
function Side({ by, said: { stance, reservation }, row: { slug, notShown } }: SideProps) {
  const locale = useLocale();
  const blank = notShown === "some" ? "not_shown" : "not_recorded";
  return (
    <div>
      <p className="differ-who">{by.short[locale]}</p>
      {stance ? (
        <Link href={`/positions/${by.slug}/${slug}`} className="differ-stance">
          <StanceLine stance={stance} />
        </Link>
      ) : (
        <StanceLine stance={blank} />
      )}
      <ReservationWithJoins reservation={reservation} />
    </div>
  );
}
