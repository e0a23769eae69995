#!/usr/bin/env bash
# LibreOffice 7.4.7 (Debian 12) writes the words "_x0041_" of a Word document as "_x005F_x0041_". That is how a workbook escapes a
# letter; in the words of WordprocessingML it means nothing, and LibreOffice does not read it back as one either: whoever opens the file
# next, in LibreOffice or elsewhere, reads "_x005F_x0041_". Nothing is said. Seen with a document by python-docx 1.2.0. Concerted takes
# the escapes out of files that LibreOffice saved (lib/platform/files/docx-text.ts).
set -euo pipefail
command -v soffice >/dev/null || { echo "needs LibreOffice Writer (apt-get install libreoffice-writer)"; exit 2; }
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env >/dev/null
env/bin/pip install --quiet --disable-pip-version-check python-docx==1.2.0
soffice --version
cat > write.py <<'PY'
import docx
document = docx.Document()
document.add_paragraph("The column _x0041_ is kept.")
document.save("0.docx")
PY
env/bin/python write.py
for turn in 1 2; do
  mkdir "$turn"
  soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to docx --outdir "$turn" "$((turn - 1)).docx" >/dev/null 2>&1
  cp "$turn/$((turn - 1)).docx" "$turn.docx"
done
cat > read.py <<'PY'
import docx, sys
seen = [docx.Document(f"{turn}.docx").paragraphs[0].text for turn in (0, 1, 2)]
print("\n".join(seen))
sys.exit(seen != ["The column _x0041_ is kept.", "The column _x005F_x0041_ is kept.", "The column _x005F_x0041_ is kept."])
PY
env/bin/python read.py
echo "as described: opening and saving changed the words"
