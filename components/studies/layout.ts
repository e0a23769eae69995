import { toHullPath } from "@/components/agreement/map/hull";
import {
  layOutCompass,
  layOutTips,
  type Pull,
  pullsShown,
  type Size,
  scaleFor,
  type View,
} from "@/components/agreement/map/layout";
import type { StudyMark } from "@/lib/studies/schema";

export type StudyPicture = {
  marks: readonly StudyMark[];
  pulls: readonly Pull[];
  letters: readonly string[];
  /** Shares of the spread, in words. */
  across: string;
  upward: string;
  fileName: string;
};

const smallest = 4;
const largest = 22;

/** Discs by their area, so that twice as many look twice as large. */
function toRadius(size: number | null, most: number): number {
  if (size === null) return smallest;
  return Math.max(smallest + 1, largest * Math.sqrt(size / Math.max(most, 30)));
}

/** Everything that is drawn, in pixels, from the same facts that the tables show. */
export function layOutStudy({ marks, pulls, letters }: StudyPicture, size: Size, view: View) {
  const place = scaleFor(marks, size, view);
  const most = Math.max(1, ...marks.map((it) => it.size ?? 1));
  const drawn = marks.map((mark) => {
    const at = place(mark);
    const inSight = at.x > 0 && at.x < size.width && at.y > 0 && at.y < size.height;
    return { ...mark, at, radius: toRadius(mark.size, most), inSight };
  });
  const compass = layOutCompass(
    drawn.map(({ at }) => at),
    size,
  );
  return {
    marks: drawn,
    compass: { ...compass, tips: layOutTips(pulls.slice(0, pullsShown), compass) },
    hulls: letters.map((letter) => {
      const members = drawn.filter((it) => it.group === letter).map(({ at }) => at);
      const top = members.reduce((best, it) => (it.y < best.y ? it : best), members[0] ?? { x: 0, y: 0 });
      return { letter, path: toHullPath(members, 26), at: { x: top.x, y: Math.max(14, top.y - 32) } };
    }),
    origin: place({ x: 0, y: 0 }),
  };
}
export type DrawnStudy = ReturnType<typeof layOutStudy>;
