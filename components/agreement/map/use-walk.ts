import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { type MapPoint, type Size, type View, whole } from "./layout";
import { nearest } from "./nearest";
import { useWidth } from "./use-width";

export const steps = { in: 1.5, out: 1 / 1.5 };
const maxZoom = 12;

/** What a picture of marks lays out, as far as walking through it goes. */
export type Walked = { marks: readonly { at: MapPoint; inSight: boolean }[] };

function focusMark(svg: SVGSVGElement | null, follow: RefObject<number | null>) {
  const mark = svg?.querySelector<SVGElement>(`[data-at="${follow.current}"]`);
  if (!mark) return;
  follow.current = null;
  mark.focus({ preventScroll: true });
}

/**
 * A picture with one tab stop: arrows lead through all marks, plus and minus come nearer and go away, nought shows all. A mark
 * that is walked to out of sight is brought into it; of thousands only the one that is reached is there, with the next drawing.
 */
export function useWalk<T extends Walked>(
  places: readonly MapPoint[],
  layOut: (size: Size, view: View) => T,
  first: number,
) {
  const { ref, width } = useWidth();
  const [view, setView] = useState<View>(whole);
  const [stop, setStop] = useState(first);
  const size = useMemo(() => ({ width, height: Math.round(width < 500 ? width * 1.1 : width * 0.63) }), [width]);
  const drawn = useMemo(() => layOut(size, view), [layOut, size, view]);
  const svg = useRef<SVGSVGElement>(null);
  const follow = useRef<number | null>(null);
  useEffect(() => focusMark(svg.current, follow));

  const zoom = (factor: number) =>
    setView((now) => {
      const [nearer, mark] = [Math.min(maxZoom, now.zoom * factor), places[stop]];
      return nearer <= 1.01 || !mark ? whole : { zoom: nearer, x: mark.x, y: mark.y };
    });
  const showAll = () => setView(whole);
  const stand = (at: number) => {
    const mark = places[at];
    setStop(at);
    if (mark && !drawn.marks[at]?.inSight) setView((now) => ({ ...now, x: mark.x, y: mark.y }));
    follow.current = at;
  };
  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const spots = drawn.marks.map((it) => it.at);
    const to = nearest(spots, stop, event.key);
    if (to !== null) stand(to);
    else if (event.key === "+" || event.key === "=") zoom(steps.in);
    else if (event.key === "-") zoom(steps.out);
    else if (event.key === "0") showAll();
    else if (!event.key.startsWith("Arrow")) return;
    event.preventDefault();
  };
  /** Whichever mark is under the pointer comes forward, where the others are one drawing. */
  const point = ({ clientX, clientY, currentTarget }: PointerEvent<SVGSVGElement>) => {
    const { left, top } = currentTarget.getBoundingClientRect();
    const [x, y] = [clientX - left, clientY - top];
    const at = drawn.marks.findIndex((it) => Math.abs(it.at.x - x) < 5 && Math.abs(it.at.y - y) < 5);
    if (at >= 0) setStop(at);
  };
  return { ref, svg, size, drawn, stop, setStop, zoom, showAll, press, point };
}
