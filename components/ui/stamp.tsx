import { clsx } from "clsx";
import type { ReactNode } from "react";
import { Check, DoorOpen, Lock } from "@/components/ui/icons";

const kinds = {
  plain: "",
  draft: "stamp-dashed",
  usable: "stamp-leaf",
  caution: "stamp-amber",
  broken: "stamp-red",
  retired: "stamp-struck",
  source: "stamp-source",
  outside: "stamp-source stamp-dashed",
  embargo: "stamp-violet",
  guest: "stamp-guest",
  pen: "stamp-pen",
} as const;
const icons: Partial<Record<keyof typeof kinds, ReactNode>> = {
  usable: <Check />,
  embargo: <Lock />,
  guest: <DoorOpen />,
};

export type StampKind = keyof typeof kinds;
type StampProps = { kind?: StampKind | undefined; icon?: ReactNode; lang?: string | undefined; children: ReactNode };

/** Says what a thing is. Never clickable. */
export function Stamp({ kind = "plain", icon = icons[kind], lang, children }: StampProps) {
  return (
    <span className={clsx("stamp", kinds[kind])} lang={lang}>
      {icon}
      {children}
    </span>
  );
}
