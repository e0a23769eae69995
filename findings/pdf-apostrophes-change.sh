#!/usr/bin/env bash
# Source Serif (npm source-serif 4.5.1) draws ’ (U+2019, the apostrophe of French) and ʼ (U+02BC, a letter of Indigenous
# languages) with one glyph. pdfkit 0.20.2 notes per glyph the first character that it stood for, so in a document that holds
# both, every later one is copied, searched and read aloud as the first: "l’eau" becomes "lʼeau" on a page where a name with ʼ
# came before, and a name loses its letter where « l’ » came before. Neither reports anything, and each alone comes back right.
# The same holds for - and ‑ (U+2011). Read back by pdfjs-dist 4.10.38; seen on Node 20.
# Concerted draws the rarer of two such characters with the fallback face (lib/platform/documents/pdf-fonts.ts).
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund --save-exact source-serif@4.5.1 pdfkit@0.20.2 pdfjs-dist@4.10.38
cat > seen.mjs <<'JS'
import { readFileSync } from "node:fs";
import PDFDocument from "pdfkit";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";

const font = readFileSync("node_modules/source-serif/TTF/SourceSerif4-Regular.ttf");

async function copyBack(text) {
  const doc = new PDFDocument();
  const parts = [];
  doc.on("data", (part) => parts.push(part));
  const ended = new Promise((resolve) => doc.on("end", resolve));
  doc.font(font).text(text).end();
  await ended;
  const pdf = await getDocument({ data: new Uint8Array(Buffer.concat(parts)), verbosity: 0 }).promise;
  const { items } = await (await pdf.getPage(1)).getTextContent();
  return items.map((it) => it.str).join("");
}

const seen = [
  ["l\u2019eau", "l\u2019eau"],
  ["Sta\u02bcmis", "Sta\u02bcmis"],
  ["l\u2019eau, Sta\u02bcmis", "l\u2019eau, Sta\u2019mis"],
  ["Sta\u02bcmis, l\u2019eau", "Sta\u02bcmis, l\u02bceau"],
  ["a-b, 138\u2011139", "a-b, 138-139"],
];
for (const [written, expected] of seen) {
  const copied = await copyBack(written);
  console.log(JSON.stringify({ written, copied, asWritten: copied === written }));
  if (copied !== expected) process.exitCode = 1;
}
JS
node seen.mjs
echo "as described: of two characters that share a drawing, the first on the page is copied for both"
