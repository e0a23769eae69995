"use client";

import { useTranslations } from "next-intl";
import { type KeyboardEvent, useMemo, useRef, useState } from "react";
import { type View, whole } from "@/components/agreement/map/layout";
import { CompassRose, Hulls } from "@/components/agreement/map/map-parts";
import { nearest } from "@/components/agreement/map/nearest";
import { SavePicture } from "@/components/agreement/map/save-picture";
import { useWidth } from "@/components/agreement/map/use-width";
import { IconButton } from "@/components/ui/icon-button";
import { Minus, Plus } from "@/components/ui/icons";
import { layOutStudy, type StudyPicture } from "./layout";
import { StudyDisc } from "./study-disc";

const steps = { in: 1.5, out: 1 / 1.5 };
const mostZoom = 12;

/** Participants as clusters. One tab stop: arrows lead through all of them, plus and minus come nearer and go away. */
export function StudyFigure({ picture }: { picture: StudyPicture }) {
  const t = useTranslations("studies");
  const tool = useTranslations("ui.picture");
  const { ref, width } = useWidth();
  const [view, setView] = useState<View>(whole);
  const [stop, setStop] = useState(0);
  const svg = useRef<SVGSVGElement>(null);
  const size = useMemo(() => ({ width, height: Math.round(width < 500 ? width * 1.1 : width * 0.63) }), [width]);
  const drawn = useMemo(() => layOutStudy(picture, size, view), [picture, size, view]);
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
    svg.current?.querySelectorAll<SVGGElement>("[data-mark]")[at]?.focus({ preventScroll: true });
  };
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
  return (
    <figure ref={ref} className="map-figure" aria-label={t("figure")}>
      <svg
        ref={svg}
        className="map-svg"
        viewBox={`0 0 ${width} ${size.height}`}
        width={width}
        height={size.height}
        onKeyDown={press}
      >
        <title>{t("figureTitle", { count: picture.marks.length })}</title>
        <rect x={0.5} y={0.5} width={width - 1} height={size.height - 1} fill="var(--sheet)" stroke="var(--rule)" />
        <path
          d={`M${drawn.origin.x} 34V${size.height - 28}M14 ${drawn.origin.y}H${width - 14}`}
          stroke="var(--rule)"
          strokeDasharray="2 4"
        />
        <Hulls hulls={drawn.hulls} name={(letter) => t("group", { letter })} />
        <text x={16} y={24} className="map-axis">
          {picture.upward}
        </text>
        <text x={width - 16} y={size.height - 10} textAnchor="end" className="map-axis">
          {picture.across}
        </text>
        {drawn.marks.map((mark, at) => (
          <StudyDisc key={`${mark.x} ${mark.y}`} mark={mark} reachable={at === stop} onFocus={() => setStop(at)} />
        ))}
        <CompassRose compass={drawn.compass} words={t("compass")} />
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
