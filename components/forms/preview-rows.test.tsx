import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { PreviewRows } from "./preview-rows";

type Row = { line: number; outcome: "refused" | "new" | "unchanged" };
const rows: Row[] = [
  { line: 2, outcome: "unchanged" },
  { line: 3, outcome: "new" },
  { line: 4, outcome: "refused" },
  ...Array.from({ length: 120 }, (_, at): Row => ({ line: 5 + at, outcome: "new" })),
];
const html = renderToStaticMarkup(
  <PreviewRows
    title="ours.xlsx"
    rows={rows}
    counts={[{ outcome: "new", count: 121, label: "121 new" }]}
    order={["refused", "new"]}
    columns={[{ key: "line", label: "Line", cell: ({ line, outcome }: Row) => `${outcome} in ${line};` }]}
    texts={{ rows: "Rows", more: (count) => `${count} more`, unchanged: (count) => `${count} unchanged` }}
  >
    <p>acts</p>
  </PreviewRows>,
);

test("rows that need somebody come first, a hundred at a time, and what changes nothing is folded away after them", () => {
  const places = [
    "ours.xlsx",
    "121 new",
    "acts",
    "refused in 4;",
    "new in 3;",
    "22 more",
    "1 unchanged",
    "unchanged in 2;",
  ];
  const found = places.map((it) => html.indexOf(it));
  expect(found.every((it) => it >= 0)).toBe(true);
  expect(found).toEqual([...found].sort((a, b) => a - b));
  expect(html.match(/new in \d+;/g)).toHaveLength(99);
});

test("the heading names the section, and takes focus", () => {
  const [, id] = /<section aria-labelledby="([^"]+)"/.exec(html) ?? [];
  expect(html).toContain(`<h3 id="${id}" tabindex="-1">ours.xlsx</h3>`);
});
