#!/usr/bin/env bash
# docx 9.15.2 (npm) writes the built-in style of a heading without its level in the outline ("w:outlineLvl"), left as it is or given
# a look of its own. Word knows the style by its name and shows a heading all the same. LibreOffice 7.4.7 (Debian 12)
# goes by the level: it opens the paragraph as text, its outline is empty, and what it makes of the file (here an OpenDocument text)
# has no heading in it. With `outlineLevel: 0` in the style's paragraph the same file has its heading. Nothing is said in either case.
# Concerted sets the level (lib/platform/documents/word-styles.ts).
set -euo pipefail
command -v soffice >/dev/null || { echo "needs LibreOffice Writer (apt-get install libreoffice-writer)"; exit 2; }
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{"type":"module"}' > package.json
npm install --silent --no-audit --no-fund --save-exact docx@9.15.2
soffice --version
cat > write.js <<'JS'
import { writeFileSync } from "node:fs";
import { Document, HeadingLevel, Packer, Paragraph } from "docx";
const own = { run: { bold: true }, paragraph: { spacing: { before: 360 } } };
const level = { run: { bold: true }, paragraph: { spacing: { before: 360 }, outlineLevel: 0 } };
for (const [name, heading1] of [["plain", undefined], ["own", own], ["level", level]]) {
  const children = [new Paragraph({ heading: HeadingLevel.HEADING_1, text: "Reservations" }), new Paragraph("Words.")];
  const document = new Document({ ...(heading1 && { styles: { default: { heading1 } } }), sections: [{ children }] });
  writeFileSync(`${name}.docx`, await Packer.toBuffer(document));
}
JS
node write.js
for name in plain own level; do
  soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to fodt "$name.docx" >/dev/null 2>&1
  echo "headings that LibreOffice finds, $name: $(grep -c '<text:h' "$name.fodt" || true)" | tee -a seen
done
[ "$(grep -o '[0-9]*$' seen | tr -d '\n')" = 001 ]
echo "as described: a heading without its level is text to LibreOffice"
