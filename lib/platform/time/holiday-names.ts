import type { ProvincialDayName } from "./provincial-days";
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

/** The holidays of provinces and territories, in the words of their governments where they have both languages. */
export const provincialDayNames: Record<ProvincialDayName, { en: string; fr: string }> = {
  familyDay: { en: "Family Day", fr: "Jour de la famille" },
  louisRielDay: { en: "Louis Riel Day", fr: "Journée Louis Riel" },
  islanderDay: { en: "Islander Day", fr: "Jour des Insulaires" },
  novaScotiaHeritageDay: { en: "Heritage Day", fr: "Jour du patrimoine" },
  yukonHeritageDay: { en: "Heritage Day", fr: "Jour du patrimoine" },
  saintPatricksDay: { en: "St. Patrick’s Day", fr: "Fête de la Saint-Patrick" },
  saintGeorgesDay: { en: "St. George’s Day", fr: "Fête de la Saint-Georges" },
  indigenousPeoplesDay: { en: "National Indigenous Peoples Day", fr: "Journée nationale des peuples autochtones" },
  juneDay: { en: "June Day", fr: "Jour férié de juin" },
  nunavutDay: { en: "Nunavut Day", fr: "Jour du Nunavut" },
  orangemensDay: { en: "Orangemen’s Day", fr: "Fête des orangistes" },
  discoveryDay: { en: "Discovery Day", fr: "Jour de la Découverte" },
};
