import { describe, expect, test } from "vitest";
import { opinionData, readFacts, readMatrix, unlessMissing } from "@/tests/support/opinion-data";
import { makeVotesFile, toBytes } from "@/tests/support/study-files";
import type { StanceMatrix } from "../matrix";
import { maxStatements, packBallots, unpackBallots } from "./ballots";
import { describeStudy } from "./study";

const faultOf = (text: string) => {
  try {
    packBallots(toBytes(text));
    return null;
  } catch (error) {
    return error as { reason: string; spot: { line: number; column: number } };
  }
};

/** The file that this matrix would have come in. */
function toFile({ blocks, columns, levels }: StanceMatrix): string {
  const lines = [`participant,${Array.from({ length: columns }, (_, at) => at).join(",")}`];
  for (const { first, starts, codes } of blocks) {
    for (let row = 0; row + 1 < starts.length; row++) {
      const cells = new Array<string>(columns).fill("");
      for (const code of codes.subarray(starts[row], starts[row + 1]))
        cells[Math.floor(code / levels.length)] = String(levels[code % levels.length]);
      lines.push(`${first + row},${cells.join(",")}`);
    }
  }
  return lines.join("\n");
}

const file = makeVotesFile({ participants: 60, statements: 9, minds: 2, seed: 5 });

test("the same votes are the same ballots, whatever order the lines came in and whoever the participants were", () => {
  const [head = "", ...lines] = file.trim().split("\n");
  const one = packBallots(toBytes(file));
  const turned = packBallots(toBytes([head, ...lines.reverse()].join("\n")));
  expect(turned.digest).toBe(one.digest);
  expect([one.participants, one.statements.length]).toEqual([60, 9]);
  const renamed = packBallots(toBytes([head, ...[...lines].reverse().map((it) => `9${it}`)].join("\r\n")));
  expect(renamed.digest).toBe(one.digest);
  expect(describeStudy(unpackBallots(one.packed))).toEqual(describeStudy(unpackBallots(renamed.packed)));
});

test("a file without votes or with more than is let in names its first fault", () => {
  expect(faultOf("")).toMatchObject({ reason: "nothing", spot: { line: 1, column: 1 } });
  expect(faultOf("slug,category\na,b")).toMatchObject({ reason: "participantColumnMissing" });
  expect(faultOf("participant\n1")).toMatchObject({ reason: "noStatement" });
  const wide = Array.from({ length: maxStatements + 1 }, (_, at) => at).join(",");
  expect(faultOf(`participant,${wide}\n1${",".repeat(maxStatements + 1)}`)).toMatchObject({
    reason: "tooManyStatements",
  });
  expect(faultOf("participant,0\n1,1\n1,0")).toMatchObject({
    reason: "participantTwice",
    spot: { line: 3, column: 1 },
  });
});

test("marks hold everybody who is in a group, each in the group of its cluster", () => {
  const { marks, groups, grouped } = describeStudy(unpackBallots(packBallots(toBytes(file)).packed));
  const sizes = groups.map(() => 0);
  for (const { size, group } of marks) sizes[group] = (sizes[group] ?? 0) + size;
  expect(sizes).toEqual(groups.map(({ size }) => size));
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(grouped);
});

describe.skipIf(!opinionData)(`a published consultation${unlessMissing}`, () => {
  test.each([
    "fixture_below-100-ptpts",
    "polis_scoop-hivemind.biodiversity",
  ])("%s is described the same after it was taken in", (name) => {
    const matrix = readMatrix(name);
    const { tids, modOut } = readFacts(name);
    const moderatedOut = tids.map((id) => modOut.includes(id));
    const { packed, participants, votes } = packBallots(toBytes(toFile(matrix)));
    expect([participants, votes]).toEqual([matrix.rows, matrix.votes]);
    expect(describeStudy(unpackBallots(packed), { moderatedOut })).toEqual(describeStudy(matrix, { moderatedOut }));
  });
});
