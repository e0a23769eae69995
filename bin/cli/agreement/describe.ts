import { isUtf8 } from "node:buffer";
import { nameOtherExport } from "@/lib/math/file/export-files";
import { FileFault } from "@/lib/math/file/fault";
import { isVotesHeader, readHeader, VotesReader } from "@/lib/math/file/votes";
import { withPair } from "@/lib/math/gather-pair";
import { reportConsultation } from "@/lib/math/polis/report";
import { type Run, reportProgress } from "@/lib/math/progress";
import type { NamedMatrix } from "@/lib/math/reorder";
import { findFault } from "@/lib/platform/files/encoding";
import { describeCoalition, type Report } from "./describe-coalition";
import { formatFault, inputErrorAt } from "./fault";
import type { CommandOptions, Mode } from "./options";
import { type Comments, noComments, readComments, readGroups, readSign } from "./read-companion-files";
import { isExportHeader, readExport } from "./read-export";
import { readPieces } from "./read-pieces";

export type Described = { readonly report: Report; readonly comments: Comments };

/** Reads what was named and describes it. @throws {Fault} */
export async function describe(choice: CommandOptions, run: Run): Promise<Described> {
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

async function readFile(choice: CommandOptions, run: Run): Promise<Read> {
  try {
    return await readPiecewise(choice, run);
  } catch (error) {
    throw error instanceof FileFault ? formatFault(choice.file, error, choice.mode ?? "polis") : error;
  }
}

async function readPiecewise({ file, mode }: CommandOptions, run: Run): Promise<Read> {
  const pieces = readPieces(file);
  const first = await pieces.next();
  const bytes = first.done ? Buffer.alloc(0) : first.value.bytes;
  const { names, delimiter, next } = readHeader(bytes);
  if (isVotesHeader(names) || nameOtherExport(names)) {
    const scale = mode ?? "polis";
    const reader = new VotesReader(names, { scale, delimiter, agree: readSign(file) });
    reader.read(bytes.subarray(next));
    for await (const { bytes, share } of pieces) {
      reportProgress(run, "reading", share);
      reader.read(bytes);
    }
    return { named: reader.finish(), mode: scale, isVotes: true };
  }
  if (!isExportHeader(names))
    throw inputErrorAt(
      file,
      { line: 1, column: 1 },
      "neither a column “participant” nor columns “slug” and “category”.",
    );
  const all = [bytes];
  for await (const { bytes } of pieces) all.push(bytes);
  const chosen = mode ?? "coalition";
  const whole = Buffer.concat(all);
  if (!isUtf8(whole)) throw new FileFault(findFault(whole).reason, { line: findFault(whole).line, column: 1 });
  return { named: readExport(file, whole.toString("utf8"), chosen), mode: chosen, isVotes: false };
}
