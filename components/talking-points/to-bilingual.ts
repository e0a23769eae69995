type Typed = { en: string; fr: string };

/** A text as typed in two fields, for the API: what is empty is left out, and nothing at all where both are. */
export function toBilingual({ en, fr }: Typed): { en?: string; fr?: string } {
  return { ...(en.trim() && { en }), ...(fr.trim() && { fr }) };
}

export const isTyped = ({ en, fr }: Typed) => en.trim() !== "" || fr.trim() !== "";
