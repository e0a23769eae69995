import { withPair } from "../../lib/agreement/math/gather-pair";
import { reportConsultation } from "../../lib/agreement/math/polis/report";
import type { NamedMatrix } from "../../lib/agreement/math/reorder";
import type { Run } from "../../lib/agreement/math/run";
import { readCells, toText } from "./cells";
import type { Choice, Mode } from "./choice";
import { describeCoalition, type Report } from "./describe-coalition";
import { Fault, faultAt } from "./fault";
import { type Piece, readPieces } from "./lines";
import { type Comments, noComments, readComments, readGroups } from "./read-beside";
import { isExportHeader, readExport } from "./read-export";
import { isVotesHeader, readVotes } from "./read-votes";

export type Described = { readonly report: Report; readonly comments: Comments };

/** Reads what was named and describes it. @throws {Fault} */
export async function describe(choice: Choice, run: Run): Promise<Described> {
  const { named, mode, isVotes } = await readFile(choice, run);
  const comments = isVotes ? readComments(choice.file, choice.comments) : noComments;
  const groups = choice.groups === null ? {} : { groups: readGroups(choice.groups) };
  const { moderatedOut, meta } = comments;
  if (mode === "polis") {
    const report = withPair(named.matrix, (gather) =>
      reportConsultation(named, { ...groups, moderatedOut, meta, run, gather }),
    );
    return { report, comments };
  }
  return { report: describeCoalition(named, { ...groups, moderatedOut: [...moderatedOut, ...meta], run }), comments };
}

type Read = { named: NamedMatrix; mode: Mode; isVotes: boolean };

async function readFile({ file, mode }: Choice, run: Run): Promise<Read> {
  const pieces = readPieces(file);
  const first = await pieces.next();
  if (first.done) throw new Fault(`${file}: line 1, column 1: there is nothing in this file.`);
  const { names, next } = readHeader(file, first.value.bytes);
  const rest = { bytes: first.value.bytes.subarray(next), share: first.value.share };
  if (isVotesHeader(names)) {
    const chosen = mode ?? "polis";
    const named = await readVotes({ file, names, pieces: chain(rest, pieces), mode: chosen, run });
    return { named, mode: chosen, isVotes: true };
  }
  if (!isExportHeader(names))
    throw faultAt(file, { line: 1, column: 1 }, "neither a column “participant” nor columns “slug” and “category”.");
  const chosen = mode ?? "coalition";
  const all = [first.value.bytes];
  for await (const { bytes } of pieces) all.push(bytes);
  return { named: readExport(file, Buffer.concat(all).toString("utf8"), chosen), mode: chosen, isVotes: false };
}

function readHeader(file: string, bytes: Buffer) {
  const names: string[] = [];
  const mark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const next = readCells(
    bytes,
    mark,
    {
      cell: (of, start, end) => names.push(toText(of, start, end)),
      endLine: () => undefined,
      badQuotes: (column) => {
        throw faultAt(file, { line: 1, column: column + 1 }, "a quotation mark is not where a cell ends.");
      },
    },
    1,
  );
  return { names, next };
}

async function* chain(first: Piece, others: AsyncGenerator<Piece>): AsyncGenerator<Piece> {
  yield first;
  yield* others;
}
