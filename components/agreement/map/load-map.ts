import { z } from "zod";
import { api, getViewer, isIllustrative } from "@/lib/api/server";
import { membershipsOf } from "@/lib/viewer/rules";
import type { AgreementQuery } from "../agreement-query";

const reservation = z.preprocess((it) => (Array.isArray(it) ? it[0] : it), z.enum(["half", "whole"])).catch("half");

/** What a reservation counts as, from the address. */
export const readReservation = (query: Record<string, string | string[] | undefined>) =>
  reservation.parse(query.reservation);

/** Everything that the map and its table show. */
export async function loadMap(choice: AgreementQuery, counted: "half" | "whole") {
  const { theme, on } = choice;
  const [viewer, illustrative, { items: themes }, map] = await Promise.all([
    getViewer(),
    isIllustrative(),
    api.themes.list({}),
    api.agreement.map({ reservation: counted, ...(theme && { theme }), ...(on && { asOf: on }) }),
  ]);
  const own = new Set(membershipsOf(viewer).map(({ slug }) => slug));
  return { choice, counted, themes, illustrative, map, own };
}

export type MapFacts = Awaited<ReturnType<typeof loadMap>>;
