"use client";

import { useTranslations } from "next-intl";
import type { RefObject } from "react";

type SavePictureProps = { svg: RefObject<SVGSVGElement | null>; name: string };

const painted = ["fill", "stroke", "font-family", "font-size", "font-weight"] as const;

/** The picture as it stands, with the colours and the face it is seen in written into it. */
function write(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const copies = copy.querySelectorAll<SVGElement>("*");
  for (const [at, element] of [...svg.querySelectorAll<SVGElement>("*")].entries()) {
    const style = getComputedStyle(element);
    for (const property of painted) copies[at]?.setAttribute(property, style.getPropertyValue(property));
  }
  for (const link of copy.querySelectorAll("a")) link.removeAttribute("href");
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return new XMLSerializer().serializeToString(copy);
}

function keep(address: string, name: string) {
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
}

async function paint(svg: SVGSVGElement): Promise<string> {
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(write(svg))}`;
  await image.decode();
  const { width, height } = svg.viewBox.baseVal;
  const canvas = document.createElement("canvas");
  // Twice as fine, for paper.
  canvas.width = width * 2;
  canvas.height = height * 2;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL("image/png");
}

/** Files made in the browser from what is on screen. */
export function SavePicture({ svg, name }: SavePictureProps) {
  const t = useTranslations("ui.picture");
  const saveSvg = () => {
    if (!svg.current) return;
    const address = URL.createObjectURL(new Blob([write(svg.current)], { type: "image/svg+xml" }));
    keep(address, `${name}.svg`);
    URL.revokeObjectURL(address);
  };
  const savePng = async () => {
    if (svg.current) keep(await paint(svg.current), `${name}.png`);
  };
  return (
    <span className="map-files">
      <button
        type="button"
        className="btn btn-text btn-small"
        onClick={saveSvg}
        aria-label={t("save", { format: "SVG" })}
      >
        SVG
      </button>
      <button
        type="button"
        className="btn btn-text btn-small"
        onClick={savePng}
        aria-label={t("save", { format: "PNG" })}
      >
        PNG
      </button>
    </span>
  );
}
