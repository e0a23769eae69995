import { JoinedBy } from "@/components/positions/joined-by";
import { Reservation } from "@/components/positions/said-words";
import type { SaidThere } from "@/lib/agreement/schema.differences";

/** What qualifies an answer, in full, with who joined it in these words. */
export function SaidBeside({ reservation }: Pick<SaidThere, "reservation">) {
  if (!reservation) return null;
  return (
    <div className="differ-words">
      <Reservation words={reservation} />
      <JoinedBy joins={reservation.joinedBy.map((organization) => ({ organization, earlierText: false }))} />
    </div>
  );
}
