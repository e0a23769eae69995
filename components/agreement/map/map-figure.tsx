"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import { layOut, type Mark, manyMarks, type Pull, type Size, type View } from "./layout";
import { MapMark } from "./map-mark";
import { MarkCloud } from "./mark-cloud";
import { PictureFigure } from "./picture-figure";

type Picture = {
  marks: readonly Mark[];
  pulls: readonly Pull[];
  letters: readonly string[];
  /** Shares of the spread, in words: left and right, up and down. */
  across: string;
  upward: string;
  fileName: string;
};

/** The organizations, each a link; thousands of them are one drawing, and only the one that is reached stands on top of it. */
export function MapFigure({ picture }: { picture: Picture }) {
  const t = useTranslations("agreement.map");
  const { marks } = picture;
  const many = marks.length > manyMarks;
  const lay = useCallback((size: Size, view: View) => layOut(picture, size, view), [picture]);
  const own = marks.findIndex((it) => it.own);
  return (
    <PictureFigure
      places={marks}
      first={Math.max(0, own)}
      layOut={lay}
      words={{
        label: t("figure"),
        title: t("figureTitle", { count: marks.length }),
        keys: t("keys"),
        compass: t("compass"),
        group: (letter) => t("group", { letter }),
      }}
      picture={picture}
      one={many}
    >
      {(drawn, stop, onFocus) => (
        <>
          {many && <MarkCloud marks={drawn.marks} />}
          {drawn.marks.map((mark, at) =>
            many && at !== stop && !mark.own ? null : (
              <MapMark key={mark.slug} mark={mark} place={at} reachable={at === stop} onFocus={onFocus} />
            ),
          )}
        </>
      )}
    </PictureFigure>
  );
}
