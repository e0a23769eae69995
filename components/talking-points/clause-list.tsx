"use client";

import { useTranslations } from "next-intl";
import type { FormValues } from "@/components/forms/saved-values";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { ArrowDown, ArrowUp, Plus, Trash2 } from "@/components/ui/icons";
import type { Option } from "@/components/ui/select";
import { clauseLimit, splitSuggestedAbove } from "@/lib/talking-points/constants";
import type { TalkingPointDetail } from "@/lib/talking-points/schema";
import { ClauseFields } from "./clause-fields";
import { clauseNames, nextName } from "./text-values";

type ClauseListProps = {
  values: FormValues;
  change: (name: string, value: string) => void;
  errorAt: (field: string) => string | undefined;
  sources: readonly Option[];
  offices: readonly Option[];
  editing: TalkingPointDetail | null;
};

/** The clauses in their order: written, moved by button, dropped and added. */
export function ClauseList({ values, change, errorAt, sources, offices, editing }: ClauseListProps) {
  const t = useTranslations("talkingPoints.write");
  const names = clauseNames(values);
  const order = (next: readonly string[]) => change("clauses", next.join(" "));
  const swap = (at: number, to: number) => {
    const next = [...names];
    [next[at], next[to]] = [next[to] ?? "", next[at] ?? ""];
    order(next);
  };
  const add = () => {
    const name = nextName(values);
    change(`${name}.kind`, "key_message");
    order([...names, name]);
  };
  return (
    <section className="grid gap-4" aria-labelledby="clauses-title">
      <h2 id="clauses-title" className="border-b-[1.5px] border-ink pb-1 font-semibold text-h3">
        {t("clauses")}
      </h2>
      {names.length > splitSuggestedAbove && (
        <p className="notice notice-amber" role="status">
          {t("split", { count: names.length, most: clauseLimit })}
        </p>
      )}
      {errorAt("clauses") && <p className="text-small text-red">{errorAt("clauses")}</p>}
      <ol className="grid gap-6">
        {names.map((name, at) => (
          <li key={name} className="grid gap-3 border-l-2 border-rule pl-4">
            <div className="flex items-center gap-1">
              <h3 className="mr-auto font-semibold">{t("clause", { number: at + 1 })}</h3>
              <IconButton
                label={t("up", { number: at + 1 })}
                icon={<ArrowUp />}
                onClick={() => at > 0 && swap(at, at - 1)}
                aria-disabled={at === 0}
              />
              <IconButton
                label={t("down", { number: at + 1 })}
                icon={<ArrowDown />}
                onClick={() => at < names.length - 1 && swap(at, at + 1)}
                aria-disabled={at === names.length - 1}
              />
              <IconButton
                label={t("drop", { number: at + 1 })}
                icon={<Trash2 />}
                onClick={() => names.length > 1 && order(names.filter((it) => it !== name))}
                aria-disabled={names.length === 1}
              />
            </div>
            <ClauseFields {...{ name, values, change, errorAt, sources, offices, editing }} />
          </li>
        ))}
      </ol>
      <div>
        <Button icon={<Plus />} onClick={add} reason={names.length >= clauseLimit ? t("limit") : undefined}>
          {t("add")}
        </Button>
      </div>
    </section>
  );
}
