import { readFileSync, writeFileSync } from "node:fs";
import { drawIcons } from "./icons/draw";

// The drawings are committed beside the names that point at them, so that a change of them shows in review.
const names = readFileSync("components/ui/icons.tsx", "utf8");
writeFileSync("components/ui/icons.svg", await drawIcons(names));
