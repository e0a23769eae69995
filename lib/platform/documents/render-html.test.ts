import { expect, test } from "vitest";
import { renderBlocks } from "./render-html";

const marks = { added: "added:", removed: "removed:", typography: "(typography only)" };
const render = (before: string, text: string) =>
  renderBlocks([{ kind: "diff", before, text, marks }], "https://concerted.test");

test("a change is marked as a whole, as on the page, and not word by word", () => {
  const html = render("It is not a licence.", "It gives no legal authority.");
  expect(html.match(/<del>/g)).toHaveLength(1);
  expect(html).toContain("<del>[removed: is not a licence]</del>");
  expect(html).toContain("<ins>[added: gives no legal authority]</ins>");
});

test("another apostrophe is no change of words, and is named for what it is", () => {
  const html = render("l'eau", "l’eau");
  expect(html).not.toMatch(/<(ins|del)>/);
  expect(html).toContain("l’eau <small>(typography only)</small>");
});
