/** What an organization writes to be let in, by somebody of this address. */
export const applicationBy = (email: string) => ({
  name: { en: "Muskeg Letters", fr: "Lettres du muskeg" },
  type: "other",
  province: "ON",
  workingLanguage: "en",
  mandate: { en: "Letters.", fr: "Lettres." },
  contact: { name: "Imke Moses", email },
  why: "To be heard.",
  language: "en",
});
