import type { Position, Stance, Visibility } from "@/lib/positions/schema";

/** A draft as it stands in the form: plain strings, so that half a sentence is kept as well as a whole one. */
export type DraftValues = {
  stance: Stance | null;
  reservationEn: string;
  reservationFr: string;
  rationaleEn: string;
  rationaleFr: string;
  visibility: Visibility;
  reviewBy: string;
  undecidedSince: string;
  decideBy: string;
};

export const emptyDraft: DraftValues = {
  stance: null,
  reservationEn: "",
  reservationFr: "",
  rationaleEn: "",
  rationaleFr: "",
  visibility: "network",
  reviewBy: "",
  undecidedSince: "",
  decideBy: "",
};

/** Where writing begins: the draft, else what stands, else nothing, with no stance chosen beforehand. */
export function valuesOf(position: Pick<Position, "draft" | "standing"> | null): DraftValues {
  const text = position?.draft ?? position?.standing;
  if (!text) return emptyDraft;
  return {
    stance: text.stance,
    reservationEn: text.reservation?.en ?? "",
    reservationFr: text.reservation?.fr ?? "",
    rationaleEn: text.rationale.en ?? "",
    rationaleFr: text.rationale.fr ?? "",
    visibility: text.visibility,
    // A new draft over a standing text asks for a new date; the old one may have passed.
    reviewBy: position?.draft?.reviewBy ?? "",
    undecidedSince: text.undecidedSince ?? "",
    decideBy: position?.draft?.decideBy ?? "",
  };
}

const pair = (en: string, fr: string) => ({ ...(en.trim() && { en }), ...(fr.trim() && { fr }) });

/** What is sent. A reservation goes with the stance it belongs to; with another one it stays in the form and is not sent. */
export function toDraftInput(values: DraftValues & { stance: Stance }) {
  const undecided = values.stance === "undecided";
  const reserved = values.stance === "support_with_reservation";
  return {
    stance: values.stance,
    rationale: pair(values.rationaleEn, values.rationaleFr),
    ...(reserved && { reservation: pair(values.reservationEn, values.reservationFr) }),
    visibility: values.visibility,
    ...(values.reviewBy && { reviewBy: values.reviewBy }),
    ...(undecided && values.undecidedSince && { undecidedSince: values.undecidedSince }),
    ...(undecided && values.decideBy && { decideBy: values.decideBy }),
  };
}
