"use client";

import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import type { KeyboardEvent } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { ArrowDown, ArrowUp, ArrowUpDown, Trash2 } from "@/components/ui/icons";
import type { Option } from "@/components/ui/select";
import { Stamp } from "@/components/ui/stamp";
import { TextField } from "@/components/ui/text-field";
import { itemMinutesLimit } from "@/lib/briefings/constants.agenda";
import type { Agenda } from "@/lib/briefings/schema.agenda";
import type { DeskItem } from "./agenda-values";
import { DeskDetails } from "./desk-details";
import { type Desk, useDeskTitle } from "./use-desk";

export type DeskRowProps = {
  item: DeskItem;
  place: number;
  desk: Desk;
  agenda: Agenda;
  organizations: readonly Option[];
  /** When it begins, as it is read. */
  starts: string;
  errorAt: (field: string) => string | undefined;
  /** The item that is being dragged. */
  dragged: string | null;
  onDrag: (id: string | null) => void;
};

/** An item: dragged by its handle, or moved by its arrows and by Alt with an arrow key from anywhere in it. */
export function DeskRow(props: DeskRowProps) {
  const { item, place, desk, starts, errorAt, dragged, onDrag } = props;
  const t = useTranslations("agendaDesk");
  const title = useDeskTitle()(item);
  const byKey = (event: KeyboardEvent<HTMLLIElement>) => {
    const step = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    // In a list of choices these keys open it.
    if (!event.altKey || step === 0 || event.target instanceof HTMLSelectElement) return;
    event.preventDefault();
    desk.move(item, place + step);
  };
  return (
    <li
      onKeyDown={byKey}
      onDragOver={(event) => dragged && dragged !== item.id && event.preventDefault()}
      onDrop={(event) => {
        const moved = desk.items.find((it) => it.id === dragged);
        if (!moved) return;
        event.preventDefault();
        desk.move(moved, place);
        onDrag(null);
      }}
      className={clsx("grid gap-2", dragged === item.id && "opacity-50")}
    >
      <div className="grid grid-cols-[auto_minmax(0,1fr)] items-start gap-x-3 gap-y-2 md:grid-cols-[auto_4.5rem_minmax(0,1fr)_auto_auto]">
        {/* biome-ignore lint/a11y/noStaticElementInteractions: the arrows beside it do the same by keyboard */}
        <span
          draggable
          title={t("edit.move", { title })}
          className="flex min-h-(--control) cursor-grab items-center text-ink-3"
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = "move";
            event.dataTransfer.setData("text/plain", item.id);
            onDrag(item.id);
          }}
          onDragEnd={() => onDrag(null)}
        >
          <ArrowUpDown />
        </span>
        <span className="min-h-(--control) content-center text-ink-2 tabular-nums">{starts}</span>
        <div className="col-span-2 grid gap-1 md:col-span-1 md:min-h-(--control) md:content-center">
          <h3 className="font-semibold">
            <span className="text-ink-3">{place + 1}.</span> <bdi>{title}</bdi>
          </h3>
          <span className="flex flex-wrap gap-1.5">
            {item.kind === "recommendation" ? (
              <Stamp kind="source">{t("source", { ref: item.mark })}</Stamp>
            ) : (
              item.kind !== "free" && <Stamp>{t(`kind.${item.kind}`)}</Stamp>
            )}
          </span>
        </div>
        <div className="col-span-2 flex flex-wrap items-end gap-3 md:contents">
          <TextField
            name={`${item.id}.minutes`}
            label={t("edit.itemMinutes")}
            type="number"
            inputMode="numeric"
            min={0}
            max={itemMinutesLimit}
            className="max-w-24"
            value={item.minutes}
            onChange={(event) => desk.alter({ ...item, minutes: event.target.value })}
            error={errorAt("minutes")}
          />
          <div className="flex">
            <IconButton
              id={`${item.id}.up`}
              label={t("edit.up", { title })}
              icon={<ArrowUp />}
              aria-disabled={place === 0}
              onClick={() => desk.move(item, place - 1)}
            />
            <IconButton
              id={`${item.id}.down`}
              label={t("edit.down", { title })}
              icon={<ArrowDown />}
              aria-disabled={place === desk.items.length - 1}
              onClick={() => desk.move(item, place + 1)}
            />
            <IconButton label={t("edit.off", { title })} icon={<Trash2 />} onClick={() => desk.takeOff(item)} />
          </div>
        </div>
      </div>
      <DeskDetails {...props} />
    </li>
  );
}
