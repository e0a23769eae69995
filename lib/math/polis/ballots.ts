import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { decodeBytes, findEncoding, UnreadableEncoding } from "../../platform/files/encoding";
import type { AgreeSign } from "../file/convention";
import { FileFault } from "../file/fault";
import { readHeader, VotesReader } from "../file/votes";
import type { StanceMatrix } from "../matrix";
import { type Run, reportProgress } from "../progress";
import { type NamedMatrix, orderById } from "../reorder";

/** The votes of a consultation as they are kept: participants are numbers from 1 on, and nothing else is known of them. */
export type Ballots = {
  readonly participants: number;
  /** In the order of their ids. */
  readonly statements: readonly string[];
  readonly votes: number;
  /** The file written anew, without whatever else stood in it, and packed. */
  readonly packed: Uint8Array;
  /** sha256 over what is packed: the same for the same votes, however the file was written. */
  readonly digest: string;
};

/** @source polis-math.md, step 1 */
const maxParticipants = 100_000;
export const maxStatements = 10_000;

const pieceBytes = 1 << 20;

/** @param bytes a `participant-votes.csv` @param agree what it declares to stand for agreement @throws {FileFault} @throws {Cancelled} */
function readBallots(bytes: Uint8Array, run?: Run, agree: AgreeSign = 1): NamedMatrix {
  const whole = toUtf8(bytes);
  const { names, delimiter, next } = readHeader(whole);
  const reader = new VotesReader(names, { scale: "polis", delimiter, agree });
  for (let at = next; at < whole.length; ) {
    reportProgress(run, "reading", at / whole.length);
    const newline = whole.indexOf(0x0a, Math.min(whole.length, at + pieceBytes));
    const end = newline < 0 ? whole.length : newline + 1;
    reader.read(whole.subarray(at, end));
    at = end;
  }
  return reader.finish();
}

/** Spreadsheets also write UTF-16. Whether UTF-8 is what it says is seen where it is read. */
function toUtf8(bytes: Uint8Array): Buffer {
  if (findEncoding(bytes) === "utf-8") return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    return Buffer.from(decodeBytes(bytes));
  } catch (error) {
    if (error instanceof UnreadableEncoding) throw new FileFault(error.fault.reason, { line: 1, column: 1 });
    throw error;
  }
}

/**
 * Takes a file in: what it says of votes, and no more. Ids of participants, which may be names or addresses elsewhere,
 * become numbers.
 *
 * @throws {FileFault} @throws {Cancelled}
 */
export function packBallots(bytes: Uint8Array, run?: Run, agree?: AgreeSign): Ballots {
  const named = readBallots(bytes, run, agree);
  const { rows, columns, votes } = named.matrix;
  if (columns === 0) throw new FileFault("noStatement", { line: 1, column: 1 });
  if (columns > maxStatements)
    throw new FileFault("tooManyStatements", { line: 1, column: 1 }, { most: maxStatements });
  if (rows > maxParticipants) {
    throw new FileFault("tooManyParticipants", { line: maxParticipants + 2, column: 1 }, { most: maxParticipants });
  }
  const { columns: ids, matrix } = orderById(named);
  const statements = ids.map(String);
  const text = write(matrix);
  const digest = createHash("sha256").update(text).digest("hex");
  return { participants: rows, statements, votes, packed: gzipSync(text, { level: 4 }), digest };
}

/** @throws {Error} where it is not what `packBallots` wrote */
export const unpackBallots = (packed: Uint8Array, run?: Run): StanceMatrix =>
  readBallots(gunzipSync(packed), run).matrix;

const marks = ["-1", "0", "1"];

function write({ blocks, columns, levels }: StanceMatrix): string {
  const lines = [`participant,${Array.from({ length: columns }, (_, at) => at).join(",")}`];
  for (const { first, starts, codes } of blocks) {
    for (let row = 0; row + 1 < starts.length; row++) {
      const cells = new Array<string>(columns).fill("");
      for (const code of codes.subarray(starts[row], starts[row + 1])) {
        cells[Math.floor(code / levels.length)] = marks[code % levels.length] ?? "";
      }
      lines.push(`${first + row + 1},${cells.join(",")}`);
    }
  }
  return `${lines.join("\n")}\n`;
}
