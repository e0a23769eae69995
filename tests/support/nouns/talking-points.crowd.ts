import { buildAmendment } from "@/tests/support/build-amendments";
import { buildComment } from "@/tests/support/build-comments";
import { buildPoint } from "@/tests/support/build-points";
import type { CrowdPart } from "@/tests/support/bulk-network";

export const part: CrowdPart = async ({ organization }) => {
  const point = await buildPoint({ organization, answers: [{ organization }] });
  const amendment = await buildAmendment({ point, organization });
  const comments = await buildComment({ point, organization });
  return { "talking-points": point.slug, versions: "1", amendments: amendment.id, comments };
};
