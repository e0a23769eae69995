"use client";

import { useTranslations } from "next-intl";
import { useCallback } from "react";
import type { Size, View } from "@/components/agreement/map/layout";
import { PictureFigure } from "@/components/agreement/map/picture-figure";
import { layOutStudy, type StudyPicture } from "./layout";
import { StudyCluster } from "./study-cluster";

/** Participants as clusters: each disc is told, and leads nowhere. */
export function StudyFigure({ picture }: { picture: StudyPicture }) {
  const t = useTranslations("studies");
  const { marks } = picture;
  const lay = useCallback((size: Size, view: View) => layOutStudy(picture, size, view), [picture]);
  return (
    <PictureFigure
      places={marks}
      first={0}
      layOut={lay}
      words={{
        label: t("figure"),
        title: t("figureTitle", { count: marks.length }),
        keys: t("keys"),
        compass: t("compass"),
        group: (letter) => t("group", { letter }),
      }}
      picture={picture}
    >
      {(drawn, stop, onFocus) =>
        drawn.marks.map((mark, at) => (
          <StudyCluster key={`${mark.x} ${mark.y}`} mark={mark} place={at} reachable={at === stop} onFocus={onFocus} />
        ))
      }
    </PictureFigure>
  );
}
