import { JoinedBy } from "@/components/positions/annotations/joined-by";
import { Reservation } from "@/components/positions/reservation-and-reasons";
import type { ComparedStance } from "@/lib/agreement/schema.differences";

/** What qualifies an answer, in full, with who joined it in these words. */
export function ReservationWithJoins({ reservation }: Pick<ComparedStance, "reservation">) {
  if (!reservation) return null;
  return (
    <div className="differ-text">
      <Reservation text={reservation} />
      <JoinedBy joins={reservation.joinedBy.map((organization) => ({ organization, earlierText: false }))} />
    </div>
  );
}
