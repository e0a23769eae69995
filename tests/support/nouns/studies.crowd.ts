import { given } from "@/tests/support/builders";
import type { CrowdPart } from "@/tests/support/bulk-network";

export const part: CrowdPart = async () => ({ studies: (await given.study()).slug });
