import { CategoryMark } from "@/components/stances/category-mark";
import { StanceCell } from "@/components/stances/stance-cell";
import { type Category, type StanceMark, stanceMarks } from "@/components/stances/stances";
import { Button } from "@/components/ui/button";
import { FilterBar, FilterDate, FilterSelect } from "@/components/ui/filter-bar";
import { Grid } from "@/components/ui/grid";
import { Link } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { SearchField } from "@/components/ui/search-field";
import { GroupHead, Section } from "@/components/ui/section";
import { Table, type TableColumn } from "@/components/ui/table";

type Row = { number: number; title: string; category: Category; support: number };
const rows: Row[] = [
  { number: 35, title: "Brief each other a few times a year", category: "broad_agreement", support: 14 },
  {
    number: 4,
    title: "A spectrum of measures, force as last resort",
    category: "agreement_with_reservations",
    support: 14,
  },
  { number: 23, title: "Civil society should advocate preparedness", category: "divided", support: 4 },
];
const columns: TableColumn<Row>[] = [
  {
    key: "number",
    label: "Number",
    cell: ({ number }) => number,
    sort: { href: "/components?sort=number", direction: "ascending" },
  },
  {
    key: "title",
    label: "Proposition",
    cell: ({ title }) => <Link href="/components">{title}</Link>,
    head: true,
    sort: { href: "/components?sort=title" },
  },
  { key: "category", label: "Category", cell: ({ category }) => <CategoryMark category={category} /> },
  { key: "support", label: "Support", cell: ({ support }) => <Link href="/components">{support}</Link>, numeric: true },
  { key: "act", label: "Act", cell: () => <Button small>Read</Button> },
];
const themes = [
  { value: "", label: "all 12" },
  { value: "prevention", label: "prevention and the long view" },
];
const marks: StanceMark[][] = [[...stanceMarks], [...stanceMarks].reverse(), [...stanceMarks]];

export function ShowLists() {
  return (
    <Section title="Lists" count="3 of 40">
      <div className="grid gap-3 pt-4">
        <SearchField label="Search the propositions" />
        <FilterBar label="Filters" end={<Link href="/components">Read as a list</Link>}>
          <FilterSelect label="Theme" name="theme" options={themes} />
          <FilterDate label="As of" name="asOf" />
        </FilterBar>
      </div>
      <Table
        caption="Propositions"
        columns={columns}
        rows={rows}
        rowKey={({ title }) => title}
        selected={({ number }) => number === 4}
      />
      <Pagination from={1} to={3} total={40} size={3} nextHref="/components?cursor=x" firstHref="/components" />
      <GroupHead as="h3" title="Grid, one tab stop" count="3 rows" />
      <Grid label="Stances by organization">
        <table className="grid-table mt-2">
          <thead>
            <tr>
              <th scope="col" className="sr-only">
                Proposition
              </th>
              {[
                "Still Waters",
                "Driftwood",
                "Red Cedar",
                "Saltmarsh",
                "Tamarack",
                "Lodestar",
                "Two Rivers",
                "Grey Heron",
              ].map((name) => (
                <th key={name} scope="col" className={name === "Red Cedar" ? "own align-bottom" : "align-bottom"}>
                  <span className="upright">{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {marks.map((line, row) => (
              <tr key={rows[row]?.title}>
                <th scope="row" className="pr-3 text-left font-normal">
                  {rows[row]?.title}
                </th>
                {line.map((mark, column) => (
                  <td key={mark} className={column === 2 ? "own text-center" : "text-center"}>
                    <Link href="/components" data-cell="" className="inline-grid h-[30px] w-8 place-items-center">
                      <StanceCell
                        stance={mark}
                        label={`Row ${String(row + 1)}, column ${String(column + 1)}: ${mark}`}
                      />
                    </Link>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Grid>
    </Section>
  );
}
