import { buildPoint } from "@/tests/support/build-points";
import type { CrowdPart } from "@/tests/support/bulk-network";

export const part: CrowdPart = async ({ organization }) => ({
  "talking-points": (await buildPoint({ organization, answers: [{ organization }] })).slug,
  versions: "1",
});
