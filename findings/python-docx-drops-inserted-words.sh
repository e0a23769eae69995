#!/usr/bin/env bash
# `Paragraph.text` of python-docx 1.2.0 is documented as the text of the paragraph. With tracked changes it is neither the text
# before nor the text after them: words that were struck out are left out, and so are those that were inserted, while a paragraph
# that was inserted whole is there, empty. A sentence in which "not" was inserted is read without it. Nothing is said. Concerted reads
# the changes itself (lib/platform/files/docx-text.ts), and compares with python-docx only where nothing is tracked.
set -euo pipefail
folder="$(mktemp -d)"
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env >/dev/null
env/bin/pip install --quiet --disable-pip-version-check python-docx==1.2.0
cat > seen.py <<'PY'
import docx, sys
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

by = 'w:id="1" w:author="Board" w:date="2026-06-01T12:00:00Z"'
document = docx.Document()
document.element.body[-1].addprevious(parse_xml(
    f'<w:p {nsdecls("w")}><w:r><w:t xml:space="preserve">It is </w:t></w:r>'
    f'<w:ins {by}><w:r><w:t xml:space="preserve">not </w:t></w:r></w:ins><w:r><w:t xml:space="preserve">a licence for </w:t></w:r>'
    f'<w:del {by}><w:r><w:delText>war</w:delText></w:r></w:del><w:ins {by}><w:r><w:t>force</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p>'))
document.save("a.docx")
text = docx.Document("a.docx").paragraphs[0].text
print("before: It is a licence for war.")
print("after:  It is not a licence for force.")
print("read:  ", text)
sys.exit(text != "It is a licence for .")
PY
env/bin/python seen.py
echo "as described: it reads a sentence that nobody wrote"
