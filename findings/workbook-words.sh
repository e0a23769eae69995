#!/usr/bin/env bash
# write-excel-file 4.1.1 keeps the texts of a workbook in a table that it looks up by the text itself, in a plain object. A
# cell whose text is the name of something that every object has ("constructor", "valueOf", "toString") finds that instead
# of nothing: the function is written where the number of the text belongs, and the word is in no table. The library throws
# nothing. Seen on Node 20: `<v>function Object() { [native code] }</v>`, and read-excel-file 9.3.17 gives no "constructor".
# Concerted escapes the first letter of such a word (lib/platform/files/xlsx.ts).
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact write-excel-file@4.1.1 fflate@0.8.2
cat > seen.mjs <<'JS'
import { strFromU8, unzipSync } from "fflate";
import writeExcelFile from "write-excel-file/node";

const words = ["constructor", "reservation"];
const bytes = await writeExcelFile([{ data: [words.map((value) => ({ value, type: String }))] }]).toBuffer();
const files = unzipSync(new Uint8Array(bytes));
const textOf = (end) => strFromU8(files[Object.keys(files).find((name) => name.endsWith(end))]);
const cells = [...textOf("sheet1.xml").matchAll(/<v>(.*?)<\/v>/g)].map(([, value]) => value);
const strings = textOf("sharedStrings.xml");
console.log("cells:", cells);
console.log("texts kept:", words.filter((word) => strings.includes(word)));
const asSeen = /native code/.test(cells[0]) && !strings.includes("constructor") && strings.includes("reservation");
process.exitCode = asSeen ? 0 : 1;
JS
node seen.mjs
echo "as described: a word that every object has for a name is lost from the workbook"
