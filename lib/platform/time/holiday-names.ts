import type { HolidayName } from "./working-days";

/** The closing days as people call them, in the words of the federal government in each language. */
export const holidayNames: Record<HolidayName, { en: string; fr: string }> = {
  newYear: { en: "New Year’s Day", fr: "Jour de l’An" },
  goodFriday: { en: "Good Friday", fr: "Vendredi saint" },
  easterMonday: { en: "Easter Monday", fr: "Lundi de Pâques" },
  victoriaDay: { en: "Victoria Day", fr: "Fête de Victoria" },
  quebecDay: { en: "Saint-Jean-Baptiste Day (Quebec)", fr: "Fête nationale du Québec" },
  canadaDay: { en: "Canada Day", fr: "Fête du Canada" },
  civicHoliday: { en: "Civic Holiday", fr: "Congé civique" },
  labourDay: { en: "Labour Day", fr: "Fête du Travail" },
  truthAndReconciliation: {
    en: "National Day for Truth and Reconciliation",
    fr: "Journée nationale de la vérité et de la réconciliation",
  },
  thanksgiving: { en: "Thanksgiving Day", fr: "Action de grâce" },
  remembranceDay: { en: "Remembrance Day", fr: "Jour du Souvenir" },
  christmas: { en: "Christmas Day", fr: "Noël" },
  boxingDay: { en: "Boxing Day", fr: "Lendemain de Noël" },
};
