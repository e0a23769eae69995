import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const styles = join(import.meta.dirname, "../../app/styles");
const tokens = readFileSync(join(styles, "tokens.css"), "utf8");

function themeAfter(marker: string): Map<string, string> {
  const block = tokens.slice(tokens.indexOf("{", tokens.indexOf(marker))).split("}")[0] ?? "";
  return new Map(
    [...block.matchAll(/--([a-z0-9-]+):\s*(#[0-9a-fA-F]{6})/g)].map(([, name = "", value = ""]) => [name, value]),
  );
}

const channel = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) =>
    channel(Number.parseInt(hex.slice(at, at + 2), 16) / 255),
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const text = [
  ...["ink", "ink-2", "ink-3", "pen", "red", "amber", "leaf"].flatMap((name) =>
    ["paper", "sheet", "sunk"].map((ground) => [name, ground]),
  ),
  ...["pen", "red", "amber", "leaf", "violet", "guest", "source"].map((name) => [name, `${name}-wash`]),
  ...["ink", "ink-2", "ink-3"].map((name) => [name, "pen-wash"]),
  ...["support", "undecided", "aside", "oppose"].map((name) => [`st-${name}-on`, `st-${name}`]),
  ["st-none-on", "sheet"],
  ["on-pen", "pen"],
  ["on-pen", "pen-hover"],
];
const marks = [
  ...[
    "rule-strong",
    "focus",
    "st-support",
    "st-undecided-mark",
    "st-aside-mark",
    "st-oppose-mark",
    "st-none-mark",
    "st-hidden",
  ].flatMap((name) => ["paper", "sheet"].map((ground) => [name, ground])),
];

test.each([
  ["light", ":root"],
  ["dark", '[data-theme="dark"]'],
])("in the %s theme all text reaches 4.5 and all marks and edges 3", (_, marker) => {
  const theme = themeAfter(marker);
  const ratio = ([name = "", ground = ""]: string[]) => contrast(theme.get(name) ?? "", theme.get(ground) ?? "");
  expect(text.filter((pair) => !(ratio(pair) >= 4.5))).toEqual([]);
  expect(marks.filter((pair) => !(ratio(pair) >= 3))).toEqual([]);
});

test("styles name colours and never spell them", () => {
  const spelled = readdirSync(styles)
    .filter((file) => file !== "tokens.css")
    .flatMap((file) =>
      [...readFileSync(join(styles, file), "utf8").matchAll(/(#[0-9a-fA-F]{3,8}\b|rgba?\(|hsla?\()/g)].map(
        ([it]) => `${file}: ${it}`,
      ),
    );
  expect(spelled).toEqual([]);
});
