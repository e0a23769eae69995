"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, type PointerEvent, type RefObject, useEffect, useMemo, useRef, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Minus, Plus } from "@/components/ui/icons";
import { layOut, type Mark, manyMarks, type Pull, type View, whole } from "./layout";
import { MapMark } from "./map-mark";
import { CompassRose, Hulls } from "./map-parts";
import { MarkCloud } from "./mark-cloud";
import { nearest } from "./nearest";
import { SavePicture } from "./save-picture";
import { useWidth } from "./use-width";

export type Picture = {
  marks: readonly Mark[];
  pulls: readonly Pull[];
  letters: readonly string[];
  /** Shares of the spread, in words: left and right, up and down. */
  across: string;
  upward: string;
  fileName: string;
};

const steps = { in: 1.5, out: 1 / 1.5 };
const mostZoom = 12;

function focusMark(svg: SVGSVGElement | null, follow: RefObject<string | null>) {
  if (follow.current === null) return;
  const mark = svg?.querySelector<SVGAElement>(`[data-mark="${CSS.escape(follow.current)}"]`);
  if (!mark) return;
  follow.current = null;
  mark.focus({ preventScroll: true });
}

/** The picture. One tab stop: arrows lead through all marks, plus and minus come nearer and go away, nought shows all. */
export function MapFigure({ picture }: { picture: Picture }) {
  const t = useTranslations("map");
  const tool = useTranslations("ui.picture");
  const { ref, width } = useWidth();
  const [view, setView] = useState<View>(whole);
  const [stop, setStop] = useState(() =>
    Math.max(
      0,
      picture.marks.findIndex((it) => it.own),
    ),
  );
  const size = useMemo(() => ({ width, height: Math.round(width < 500 ? width * 1.1 : width * 0.63) }), [width]);
  const drawn = useMemo(() => layOut(picture, size, view), [picture, size, view]);
  const svg = useRef<SVGSVGElement>(null);
  const follow = useRef<string | null>(null);
  const many = picture.marks.length > manyMarks;

  const go = (factor: number) =>
    setView((now) => {
      const zoom = Math.min(mostZoom, now.zoom * factor);
      const mark = picture.marks[stop];
      return zoom <= 1.01 || !mark ? whole : { zoom, x: mark.x, y: mark.y };
    });
  const stand = (at: number) => {
    const mark = picture.marks[at];
    setStop(at);
    if (mark && !drawn.marks[at]?.inSight) setView((now) => ({ ...now, x: mark.x, y: mark.y }));
    // Among thousands only what is reached is there, and it comes with the next drawing.
    follow.current = mark?.slug ?? null;
    if (!many) focusMark(svg.current, follow);
  };
  useEffect(() => focusMark(svg.current, follow));
  const press = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const to = nearest(
      drawn.marks.map((it) => it.at),
      stop,
      event.key,
    );
    if (to !== null) stand(to);
    else if (event.key === "+" || event.key === "=") go(steps.in);
    else if (event.key === "-") go(steps.out);
    else if (event.key === "0") setView(whole);
    else if (!event.key.startsWith("Arrow")) return;
    event.preventDefault();
  };
  /** Whichever mark of the cloud is under the pointer comes forward, as a link. */
  const point = ({ clientX, clientY, currentTarget }: PointerEvent<SVGSVGElement>) => {
    const { left, top } = currentTarget.getBoundingClientRect();
    const [x, y] = [clientX - left, clientY - top];
    const at = drawn.marks.findIndex((it) => Math.abs(it.at.x - x) < 5 && Math.abs(it.at.y - y) < 5);
    if (at >= 0) setStop(at);
  };
  const { height } = size;
  return (
    <figure ref={ref} className="map-figure" aria-label={t("figure")}>
      <svg
        ref={svg}
        className="map-svg"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        onKeyDown={press}
        onPointerMove={many ? point : undefined}
      >
        <title>{t("figureTitle", { count: picture.marks.length })}</title>
        <rect x={0.5} y={0.5} width={width - 1} height={height - 1} fill="var(--sheet)" stroke="var(--rule)" />
        <path
          d={`M${drawn.origin.x} 34V${height - 28}M14 ${drawn.origin.y}H${width - 14}`}
          stroke="var(--rule)"
          strokeDasharray="2 4"
        />
        <Hulls hulls={drawn.hulls} name={(letter) => t("group", { letter })} />
        <CompassRose compass={drawn.compass} words={t("compass")} />
        <text x={16} y={24} className="map-axis">
          {picture.upward}
        </text>
        <text x={width - 16} y={height - 10} textAnchor="end" className="map-axis">
          {picture.across}
        </text>
        {many && <MarkCloud marks={drawn.marks} />}
        {drawn.marks.map((mark, at) =>
          many && at !== stop && !mark.own ? null : (
            <MapMark key={mark.slug} mark={mark} reachable={at === stop} onFocus={() => setStop(at)} />
          ),
        )}
      </svg>
      <div className="map-tools">
        <IconButton label={tool("closer")} icon={<Plus />} onClick={() => go(steps.in)} small />
        <IconButton label={tool("further")} icon={<Minus />} onClick={() => go(steps.out)} small />
        <button type="button" className="btn btn-text btn-small" onClick={() => setView(whole)}>
          {tool("all")}
        </button>
        <SavePicture svg={svg} name={picture.fileName} />
      </div>
      <figcaption className="no-print">{t("keys")}</figcaption>
    </figure>
  );
}
