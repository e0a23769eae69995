import { resolveWall } from "@/lib/platform/time/offset-at";

type Chosen = { zone: string; wallStart: string; doubledHour?: "first" | "second" | undefined };

/** The instant somebody means by a wall time, or what has to be said before anybody knows. */
export type MeantInstant =
  | { at: Date; doubledHour: "first" | "second" | null }
  | { obstacle: "hourSkipped"; next: string }
  | { obstacle: "hourDoubled" };

/** A skipped hour is refused and the next that exists is named; of a doubled hour somebody says which; other hours need no saying. */
export function meantInstant({ zone, wallStart, doubledHour }: Chosen): MeantInstant {
  const answer = resolveWall(zone, wallStart);
  if (answer.kind === "never") return { obstacle: "hourSkipped", next: answer.next };
  if (answer.kind === "once") return { at: answer.instant, doubledHour: null };
  return doubledHour ? { at: answer[doubledHour], doubledHour } : { obstacle: "hourDoubled" };
}
