import { BaseSequencer } from "vitest/node";

/** What takes longest: begun last, one of these would run alone while the other core waits. */
const longest = [
  "lib/api/canary.test.ts",
  "tests/soak/sample.test.ts",
  "lib/api/matrix.test.ts",
  "bin/cli/studies.test.ts",
  "bin/server/worker/several-workers.test.ts",
  "bin/cli/backup/rebuild.test.ts",
  "bin/cli/backup/commands.test.ts",
  "lib/agreement/attacks.test.ts",
  "bin/dev/checks/messages.test.ts",
];

export class LongestFirst extends BaseSequencer {
  /** @param {import("vitest/node").TestSpecification[]} files */
  async sort(files) {
    const rankOf = ({ moduleId }) => {
      const rank = longest.findIndex((it) => moduleId.endsWith(it));
      return rank < 0 ? longest.length : rank;
    };
    return (await super.sort(files)).toSorted((a, b) => rankOf(a) - rankOf(b));
  }
}
