import { readdirSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";

const folder = path.join(import.meta.dirname, "nouns");

/** What nouns bring to a sweep: `nouns/<noun>.<part>`, by the name of the part. A new noun adds files and changes none. */
export const findParts = (part: string): string[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(`.${part}`))
    .sort()
    .map((file) => path.join(folder, file));

/** Each exports one `part`. Only loaded when asked for: a sweep may have to take rules out before anything imports them. */
export const loadParts = <Part>(name: string): Promise<Part[]> =>
  Promise.all(
    findParts(`${name}.ts`).map(async (file) => {
      const { part } = (await import(pathToFileURL(file).href)) as { part?: Part };
      if (!part) throw new Error(`${file} exports no part`);
      return part;
    }),
  );
