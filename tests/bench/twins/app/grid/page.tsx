import { unasked } from "@/bin/bench/twins/unasked";
import { db } from "@/lib/platform/db";
import type { Stance } from "@/lib/platform/generated/prisma/enums";

export const dynamic = "force-dynamic";

const counted: Stance[] = ["support", "support_with_reservation", "undecided", "stand_aside", "oppose"];

const readRows = () =>
  db.proposition.findMany({
    ...unasked,
    orderBy: { number: "asc" },
    select: {
      slug: true,
      number: true,
      versions: { orderBy: { number: "desc" }, take: 1, select: { titleEn: true } },
      positions: { select: { organizationId: true, standingRevision: { select: { stance: true } } } },
    },
  });

type Row = Awaited<ReturnType<typeof readRows>>[number];
type Organization = { id: string; slug: string; code: string; shortEn: string };

export default async function GridPage() {
  const select = { id: true, slug: true, code: true, shortEn: true };
  const [rows, organizations] = await Promise.all([
    readRows(),
    db.organization.findMany({ ...unasked, where: { status: "member" }, orderBy: { slug: "asc" }, select }),
  ]);
  return (
    <main>
      <h1>Agreement</h1>
      <table aria-label="Agreement">
        <thead>
          <tr>
            <th scope="col">Proposition</th>
            {organizations.map(({ slug, shortEn }) => (
              <th key={slug} scope="col" className="agree-name">
                <a href={`/organizations/${slug}`}>{shortEn}</a>
              </th>
            ))}
            <th scope="col">Support</th>
            {counted.map((stance) => (
              <th key={stance} scope="col">
                {stance}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <GridRow key={row.slug} row={row} organizations={organizations} />
          ))}
        </tbody>
      </table>
    </main>
  );
}

function GridRow({ row, organizations }: { row: Row; organizations: Organization[] }) {
  const title = row.versions[0]?.titleEn ?? "";
  const said = new Map(row.positions.map((it) => [it.organizationId, it.standingRevision?.stance]));
  const count = (stance: Stance) => row.positions.filter((it) => it.standingRevision?.stance === stance).length;
  const support = count("support") + count("support_with_reservation");
  return (
    <tr>
      <th scope="row" className="agree-title">
        <a href={`/propositions/${row.slug}`}>
          <span>{row.number}</span> <span>{title}</span>
        </a>
      </th>
      {organizations.map(({ id, slug, code, shortEn }) => {
        const stance = said.get(id) ?? "not_recorded";
        return (
          <td key={slug} className="agree-cell" data-code={code}>
            <a href={`/positions/${slug}/${row.slug}`} aria-label={`${shortEn}, on ${title}: ${stance}`}>
              <span className={`st st-${stance}`}>
                <b>{stance[0]}</b>
              </span>
            </a>
          </td>
        );
      })}
      <td className="agree-range">
        <span role="img" aria-label={`${support} of ${organizations.length}`}>
          <i style={{ width: `${(support / organizations.length) * 100}%` }} />
        </span>
      </td>
      {counted.map((stance) => (
        <td key={stance} className="agree-count">
          <a href={`/propositions/${row.slug}#${stance}`} aria-label={`${title}: ${count(stance)} ${stance}`}>
            {count(stance)}
          </a>
        </td>
      ))}
    </tr>
  );
}
