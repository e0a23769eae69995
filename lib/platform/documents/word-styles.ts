import type * as Docx from "docx";
import type { WordStyle } from "./word";

export const styleIds: Record<WordStyle, string> = {
  title: "Title",
  heading: "Heading1",
  label: "ConcertedLabel",
  question: "ConcertedQuestion",
  text: "ConcertedText",
  addressee: "ConcertedAddressee",
  source: "ConcertedSource",
  quote: "ConcertedQuote",
  small: "ConcertedSmall",
};

export const numbering = "clauses";

const style = (
  name: string,
  run: Docx.IRunStylePropertiesOptions,
  paragraph: Docx.IParagraphStylePropertiesOptions,
) => ({
  ...{ id: styleIds[name as WordStyle], name: styleIds[name as WordStyle], basedOn: "Normal", quickFormat: true },
  ...{ run, paragraph },
});

/** How a document looks in a word processor: its own plain styles, so that a board can restyle it in one place. */
export const styleOptions = ({ AlignmentType, LevelFormat }: typeof Docx, tag: string) => ({
  styles: {
    default: {
      document: {
        run: { font: "Georgia", size: 22, language: { value: tag } },
        paragraph: { spacing: { after: 120 } },
      },
      title: { run: { font: "Arial", size: 34, bold: true }, paragraph: { spacing: { after: 80 } } },
      heading1: {
        run: { font: "Arial", size: 24, bold: true },
        // Without its level, LibreOffice takes a heading of this style for text: no outline, and none in a PDF made from it.
        paragraph: { spacing: { before: 360, after: 80 }, outlineLevel: 0 },
      },
    },
    paragraphStyles: [
      style("label", { font: "Arial", size: 18, bold: true }, { spacing: { before: 240, after: 40 }, keepNext: true }),
      style("question", { italics: true }, { indent: { left: 360 }, keepNext: true }),
      style("text", {}, { indent: { left: 360 } }),
      style("addressee", { font: "Arial", size: 18 }, { indent: { left: 360 } }),
      style("source", { font: "Arial", size: 18 }, { indent: { left: 360 } }),
      style("quote", { italics: true }, { indent: { left: 360 } }),
      style("small", { font: "Arial", size: 18 }, {}),
    ],
  },
  numbering: {
    config: [
      {
        reference: numbering,
        levels: [
          {
            ...{ level: 0, format: LevelFormat.DECIMAL, text: "%1.", alignment: AlignmentType.START },
            style: { paragraph: { indent: { left: 360, hanging: 360 } } },
          },
        ],
      },
    ],
  },
});
