import { toWord } from "@/tests/support/canary/canaries";
import type { CanaryPart } from "@/tests/support/canary/part";

const points = () =>
  [toWord("point", "slug"), toWord("point", "draft", "slug")].map((id) => ({ id, since: "1", comments: "amendments" }));

export const part: CanaryPart = { columns: {}, addresses: { "talkingPoints.word.text": points } };
