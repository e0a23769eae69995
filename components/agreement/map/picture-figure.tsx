import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { Minus, Plus } from "@/components/ui/icons";
import type { Drawn, MapPoint, Size, View } from "./layout";
import { CompassRose, Hulls } from "./map-parts";
import { SavePicture } from "./save-picture";
import { steps, useWalk, type Walked } from "./use-walk";

type Laid = Walked & Pick<Drawn, "compass" | "hulls" | "origin">;

type PictureFigureProps<T extends Laid> = {
  places: readonly MapPoint[];
  /** The mark that the keyboard comes to first. */
  first: number;
  layOut: (size: Size, view: View) => T;
  words: { label: string; title: string; keys: string; compass: string; group: (letter: string) => string };
  /** Shares of the spread, in words, and the name of what is saved. */
  picture: { across: string; upward: string; fileName: string };
  /** Where marks are one drawing, the pointer brings one of them forward. */
  one?: boolean;
  children: (drawn: T, stop: number, onFocus: (at: number) => void) => ReactNode;
};

/** A picture of marks on two axes, whatever the marks are: the frame, the keys, the tools and what is saved of it. */
export function PictureFigure<T extends Laid>(props: PictureFigureProps<T>) {
  const { places, first, layOut, words, picture, one = false, children } = props;
  const tool = useTranslations("ui.picture");
  const { ref, svg, size, drawn, stop, setStop, zoom, showAll, press, point } = useWalk(places, layOut, first);
  const { width, height } = size;
  return (
    <figure ref={ref} className="map-figure" aria-label={words.label}>
      <svg
        ref={svg}
        className="map-svg"
        viewBox={`0 0 ${width} ${height}`}
        width={width}
        height={height}
        onKeyDown={press}
        onPointerMove={one ? point : undefined}
      >
        <title>{words.title}</title>
        <rect x={0.5} y={0.5} width={width - 1} height={height - 1} fill="var(--sheet)" stroke="var(--rule)" />
        <path
          d={`M${drawn.origin.x} 34V${height - 28}M14 ${drawn.origin.y}H${width - 14}`}
          stroke="var(--rule)"
          strokeDasharray="2 4"
        />
        <Hulls hulls={drawn.hulls} name={words.group} />
        <CompassRose compass={drawn.compass} words={words.compass} />
        <text x={16} y={24} className="map-axis">
          {picture.upward}
        </text>
        <text x={width - 16} y={height - 10} textAnchor="end" className="map-axis">
          {picture.across}
        </text>
        {children(drawn, stop, setStop)}
      </svg>
      <div className="map-tools">
        <IconButton label={tool("closer")} icon={<Plus />} onClick={() => zoom(steps.in)} small />
        <IconButton label={tool("further")} icon={<Minus />} onClick={() => zoom(steps.out)} small />
        <button type="button" className="btn btn-text btn-small" onClick={showAll}>
          {tool("all")}
        </button>
        <SavePicture svg={svg} name={picture.fileName} />
      </div>
      <figcaption className="no-print">{words.keys}</figcaption>
    </figure>
  );
}
