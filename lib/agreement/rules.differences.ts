import type { Stance } from "@/lib/positions/schema";
import type { Apart } from "./schema.differences";

const behind = new Set<Stance | null>(["support", "support_with_reservation"]);
const answers = new Set<Stance | null>([...behind, "undecided", "stand_aside", "oppose"] as (Stance | null)[]);

/** Who has no mandate spoke of their mandate and not of the proposition. */
export const isAnswer = (stance: Stance | null) => answers.has(stance);

/** How far apart two stances on one proposition are, in words and not in numbers. */
export function compare(one: Stance | null, other: Stance | null): Apart {
  if (!isAnswer(one) || !isAnswer(other)) return "not_both";
  if (one === other) return "same";
  if (one === "undecided" || other === "undecided") return "undecided";
  if (behind.has(one) && behind.has(other)) return "qualified";
  const opposed = one === "oppose" || other === "oppose";
  return opposed && (behind.has(one) || behind.has(other)) ? "opposed" : "aside";
}

/** With fewer answers in common a comparison would say more of chance than of the two. */
export const fewestInCommon = 3;
