import type { TalkingPointsFilter } from "./talking-points-query";

/** Addresses alone, without the shapes that read them: browser code imports this. */
export const here = "/talking-points";

export const talkingPointHref = (slug: string) => `${here}/${slug}`;

/** An amendment's own address, under the text that it is to. */
export const amendmentHref = ({ point, id }: { point: string; id: string }) =>
  `${talkingPointHref(point)}/amendments/${id}`;

/** The page of these choices; a choice that is set to null is left out. */
export function talkingPointsHref(
  choice: Partial<TalkingPointsFilter>,
  changed: { [key: string]: string | null } = {},
): string {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries({ ...choice, ...changed })) if (value) query.set(key, value);
  return query.size > 0 ? `${here}?${query}` : here;
}
