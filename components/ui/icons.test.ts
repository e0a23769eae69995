import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { drawIcons } from "@/bin/dev/icons/draw";

test("every icon that a page can point at is drawn, as its makers draw it", async () => {
  const names = readFileSync("components/ui/icons.tsx", "utf8");
  expect(readFileSync("components/ui/icons.svg", "utf8")).toBe(await drawIcons(names));
});
