import { scaleLinear } from "d3-scale";
import { toHullPath } from "./hull";
import { type Box, type Label, type LabelledMark, layOutLabels } from "./lay-out-labels";

export type Mark = {
  slug: string;
  short: string;
  own: boolean;
  x: number;
  y: number;
  faint: boolean;
  group: string | null;
};
export type Pull = { number: number | string; x: number; y: number };
export type MapPoint = { x: number; y: number };
export type View = { zoom: number; x: number; y: number };
export type Size = { width: number; height: number };

export type Drawn = {
  marks: (Mark & { at: { x: number; y: number }; radius: number; label: Label | undefined; inSight: boolean })[];
  compass: { x: number; y: number; radius: number; tips: Pull[] };
  hulls: { letter: string; path: string; at: { x: number; y: number } }[];
  origin: { x: number; y: number };
};

export const whole: View = { zoom: 1, x: 0, y: 0 };

/** From here on marks are one drawing, and names are told of those that are reached. */
export const manyMarks = 2_000;

/** How many pulls the compass shows. */
export const pullsShown = 4;
const tip = 11;

/** One scale for both directions, so that a distance means the same whichever way it goes. */
export function scaleFor(marks: readonly MapPoint[], { width, height }: Size, { zoom, x, y }: View) {
  const reach = (of: (mark: MapPoint) => number) => Math.max(1e-9, ...marks.map((it) => Math.abs(of(it))));
  const perUnit = Math.min((width / 2 - 76) / reach((it) => it.x), (height / 2 - 44) / reach((it) => it.y)) * zoom;
  const across = scaleLinear([x - width / 2 / perUnit, x + width / 2 / perUnit], [0, width]);
  const down = scaleLinear([y - height / 2 / perUnit, y + height / 2 / perUnit], [height, 0]);
  return (place: { x: number; y: number }) => ({ x: across(place.x), y: down(place.y) });
}

/** The compass stands in the corner with the fewest marks near it. */
export function layOutCompass(spots: readonly MapPoint[], { width, height }: Size) {
  const radius = width < 500 ? 44 : 62;
  const away = radius + tip + 8;
  const corners = [
    { x: away, y: height - away - 22 },
    { x: width - away, y: away + 8 },
    { x: away, y: away + 22 },
    { x: width - away, y: height - away - 22 },
  ];
  const near = (corner: { x: number; y: number }) =>
    spots.filter((it) => Math.abs(it.x - corner.x) < away + 40 && Math.abs(it.y - corner.y) < away + 10).length;
  const [best] = corners.sort((one, other) => near(one) - near(other));
  return { ...(best ?? { x: away, y: away }), radius };
}

/** The tips of what pulls; two that would cover each other stand one behind the other on their lines. */
export function layOutTips(pulls: readonly Pull[], center: { x: number; y: number; radius: number }) {
  const longest = Math.max(1e-9, ...pulls.map(({ x, y }) => Math.hypot(x, y)));
  const tips: Pull[] = [];
  for (const { number, x, y } of pulls) {
    const at = (share: number) => ({
      x: center.x + (x / longest) * center.radius * share,
      y: center.y - (y / longest) * center.radius * share,
    });
    const isFree = (place: { x: number; y: number }) =>
      tips.every((other) => Math.hypot(other.x - place.x, other.y - place.y) >= 2 * tip + 1);
    const place = [1, 0.85, 1.15, 0.7, 0.55, 1.3, 0.4].map(at).find(isFree) ?? at(1);
    tips.push({ number, ...place });
  }
  return tips;
}

type Picture = { marks: readonly Mark[]; pulls: readonly Pull[]; letters: readonly string[] };

/** Everything that is drawn, in pixels, from the same facts that the table shows. */
export function layOut({ marks, pulls, letters }: Picture, size: Size, view: View): Drawn {
  const place = scaleFor(marks, size, view);
  const spots = marks.map((mark): LabelledMark => {
    const radius = mark.own ? 9 : mark.faint ? 6 : 8;
    return { key: mark.slug, ...place(mark), radius, label: mark.short, bold: mark.own };
  });
  const compass = layOutCompass(spots, size);
  const room = compass.radius + tip + 6;
  const taken: Box[] = [
    { left: compass.x - room, top: compass.y - room, right: compass.x + room, bottom: compass.y + room },
    { left: 0, top: 0, right: size.width, bottom: 34 },
    { left: 0, top: size.height - 28, right: size.width, bottom: size.height },
  ];
  const inside = spots.filter((it) => it.x > 0 && it.x < size.width && it.y > 0 && it.y < size.height);
  const named = marks.length > manyMarks ? [] : inside;
  const labels = layOutLabels(named, { left: 4, top: 4, right: size.width - 4, bottom: size.height - 4 }, taken);
  return {
    marks: marks.map((mark, at) => {
      const { x = 0, y = 0, radius = 8 } = spots[at] ?? {};
      const inSight = x > 0 && x < size.width && y > 0 && y < size.height;
      return { ...mark, at: { x, y }, radius, label: labels.get(mark.slug), inSight };
    }),
    compass: { ...compass, tips: layOutTips(pulls.slice(0, pullsShown), compass) },
    hulls: letters.map((letter) => {
      const members = spots.filter((_, at) => marks[at]?.group === letter);
      const top = members.reduce((best, it) => (it.y < best.y ? it : best), members[0] ?? { x: 0, y: 0 });
      return { letter, path: toHullPath(members, 22), at: { x: top.x, y: top.y - 30 } };
    }),
    origin: place({ x: 0, y: 0 }),
  };
}
