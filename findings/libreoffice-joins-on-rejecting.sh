#!/usr/bin/env bash
# A document for Word with two tracked changes: words that came at the end of a paragraph (its own end is not tracked), and a paragraph
# that came after it, whole. By ECMA-376 (17.13.5) rejecting both leaves the two old paragraphs. LibreOffice 7.4.7 (Debian 12) takes
# both changes for one where they are of one author and less than two minutes apart, takes the end of the first paragraph for tracked
# too, and saves it so: rejecting then joins two paragraphs that nobody touched. Two minutes apart, it does not. Seen by opening and
# saving alone. Concerted writes changes of paragraphs two minutes after those of words (lib/platform/documents/word-paragraphs.ts).
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
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

def write(name, minute):
    document = docx.Document()
    by = lambda id, at: f'w:id="{id}" w:author="Board" w:date="2026-06-01T12:0{at}:00Z"'
    body = document.element.body
    last = body[-1]
    for xml in (
        f'<w:p {nsdecls("w")}><w:r><w:t>One.</w:t></w:r><w:ins {by(1, 0)}><w:r><w:t xml:space="preserve"> More.</w:t></w:r></w:ins></w:p>',
        f'<w:p {nsdecls("w")}><w:pPr><w:rPr><w:ins {by(2, minute)}/></w:rPr></w:pPr><w:ins {by(3, minute)}><w:r><w:t>New.</w:t></w:r></w:ins></w:p>',
        f'<w:p {nsdecls("w")}><w:r><w:t>Two.</w:t></w:r></w:p>',
    ):
        last.addprevious(parse_xml(xml))
    document.save(name)

write("together.docx", 0)
write("apart.docx", 2)
PY
env/bin/python write.py
mkdir saved
soffice "-env:UserInstallation=file://$folder/profile" --headless --convert-to docx --outdir saved together.docx apart.docx >/dev/null 2>&1
cat > read.py <<'PY'
import docx, sys
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
def tracked(name):
    return [p._p.find(f"{W}pPr/{W}rPr/{W}ins") is not None for p in docx.Document(name).paragraphs]
seen = {name: tracked(name) for name in ("together.docx", "saved/together.docx", "apart.docx", "saved/apart.docx")}
for name, ends in seen.items():
    print(name, "ends of paragraphs that are tracked:", ends)
as_written = [False, True, False]
as_seen = seen["saved/together.docx"] == [True, True, False]
sys.exit(not (as_seen and all(seen[it] == as_written for it in ("together.docx", "apart.docx", "saved/apart.docx"))))
PY
env/bin/python read.py
echo "as described: an end that nobody touched became part of a change"
