/** The text that a join supports: a reservation, on one wording of a proposition. */
export type ReservationText = {
  propositionVersion: number;
  reservationEn: string | null;
  reservationFr: string | null;
};

export const isReserved = (text: ReservationText) => text.reservationEn !== null || text.reservationFr !== null;

/** Reaffirmed with the same text on the same wording, a reservation is still the one that was joined. */
export const isSameReservation = (one: ReservationText, other: ReservationText | null) =>
  other !== null &&
  one.propositionVersion === other.propositionVersion &&
  one.reservationEn === other.reservationEn &&
  one.reservationFr === other.reservationFr;
