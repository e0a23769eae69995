import type { Locale } from "@/lib/platform/i18n/routing";
import { formatDay } from "@/lib/platform/time/format-day";
import { inkSecond, writeLine } from "./pdf";

type Edges = {
  title: string;
  day: string;
  language: Locale;
  /** What stands at the foot of every page, on the left. */
  foot: string;
  pageLabel: (page: number, pages: number) => string;
};

/** Header and footer of every page, marked as artifacts so that screen readers skip them: title and day, foot and page. */
export function writeEdges(doc: PDFKit.PDFDocument, { title, day, language, foot, pageLabel }: Edges) {
  const { start, count } = doc.bufferedPageRange();
  for (let at = start; at < start + count; at++) {
    doc.switchToPage(at);
    const { left, right: rightMargin, top, bottom } = doc.page.margins;
    const width = doc.page.width - left - rightMargin;
    const [head, below] = [top - 26, doc.page.height - bottom + 14];
    // Written beyond the margin, which otherwise would begin another page.
    doc.page.margins.bottom = 0;
    doc.markContent("Artifact", { type: "Pagination" });
    doc.fillColor(inkSecond);
    const line = { face: "sans", size: 9, x: left, width: width * 0.7 - 6 } as const;
    const right = { ...line, x: left + width * 0.7 + 6, width: width * 0.3 - 6, align: "right" } as const;
    writeLine(doc, title, { ...line, y: head });
    writeLine(doc, formatDay(day, language), { ...right, y: head });
    writeLine(doc, foot, { ...line, y: below });
    writeLine(doc, pageLabel(at - start + 1, count), { ...right, y: below });
    doc.endMarkedContent();
    doc.page.margins.bottom = bottom;
  }
}
