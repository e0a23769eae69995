/** Where in a document something is wrong: in which of its parts, in which paragraph counted from 1, and at what. */
export type DocxLocation = {
  readonly part: string | null;
  readonly paragraph: number | null;
  readonly element: string | null;
};

export const docxReasons = [
  "notADocument",
  "olderDocument",
  "encryptedDocument",
  "macrosInDocument",
  "externalContent",
  "embeddedContent",
  "entitiesDeclared",
  "partNotUtf8",
  "brokenXml",
  "partMissing",
  "partDoubled",
  "tooDeep",
  "tooManyElements",
  "tooManyParagraphs",
  "tooManyLetters",
  "tooManyComments",
  "commentMissing",
  "noCharacter",
] as const;
export type DocxReason = (typeof docxReasons)[number];

/** A document that is not read any further, and where. */
export class DocxFault extends Error {
  readonly place: DocxLocation;
  constructor(
    readonly reason: DocxReason,
    { part = null, paragraph = null, element = null }: Partial<DocxLocation> = {},
  ) {
    super(reason);
    this.place = { part, paragraph, element };
  }
}
