"use client";

import { clsx } from "clsx";
import { Dialog, type DialogProps } from "./dialog";

/** A dialog at the side of the page; under 720px it rises from the foot. */
export function Drawer({ className, ...rest }: DialogProps) {
  return <Dialog {...rest} className={clsx("drawer", className)} />;
}
