"use client";

import { useQuery } from "@tanstack/react-query";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { FieldError } from "@/components/ui/field";
import { TextField } from "@/components/ui/text-field";
import { useDebounced } from "@/components/ui/use-debounced";
import { api } from "@/lib/api/client";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import type { TalkingPoint } from "@/lib/talking-points/schema";

type Chosen = Pick<TalkingPoint, "slug" | "title">;

type ChoosePointProps = {
  name: string;
  label: string;
  /** The point that is replaced is not offered. */
  except: string;
  value: Chosen | null;
  onChange: (point: Chosen | null) => void;
  error: string | undefined;
};

const shownLimit = 8;

/** One of all talking points that others can read: found by words of its title or text, chosen with the arrow keys. */
export function ChoosePoint({ name, label, except, value, onChange, error }: ChoosePointProps) {
  const t = useTranslations("talkingPoints.choose");
  const list = useTranslations("talkingPoints.list");
  const locale = useLocale();
  const [typed, setTyped] = useState("");
  const q = useDebounced(typed.trim());
  const { data, isError } = useQuery(
    api.talkingPoints.list.queryOptions({
      input: { sort: "title", limit: 50, q },
      // Nothing is fetched for whoever came to read the page.
      enabled: q !== "",
      retry: false,
      placeholderData: (before) => before,
    }),
  );
  const items = q === "" ? [] : (data?.items ?? []);
  const found = items.filter(({ slug, status }) => slug !== except && status !== "draft" && status !== "retired");
  const offered: Chosen[] = found.slice(0, shownLimit);
  // What was chosen stays in sight while other words are typed.
  const all = value && !offered.some(({ slug }) => slug === value.slug) ? [value, ...offered] : offered;
  const more = (data?.nextCursor ?? null) !== null || found.length > offered.length;
  return (
    <fieldset id={name} tabIndex={-1} className="grid gap-2" {...(error && { "aria-describedby": `${name}-error` })}>
      <legend className="field-label">{label}</legend>
      <TextField
        name={`${name}-search`}
        label={t("search")}
        type="search"
        maxLength={100}
        required={false}
        autoComplete="off"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="grid gap-1">
        <PointOption name={name} checked={value === null} onChoose={() => onChange(null)}>
          {t("nothing")}
        </PointOption>
        {all.map((point) => {
          const title = pickLanguage(point.title, locale);
          return (
            <PointOption
              key={point.slug}
              name={name}
              checked={point.slug === value?.slug}
              onChoose={() => onChange(point)}
            >
              <bdi lang={title?.lang}>{title?.text ?? list("untitled")}</bdi>
            </PointOption>
          );
        })}
      </div>
      <p role="status" className="text-small text-ink-2">
        {q === ""
          ? t("hint")
          : isError
            ? t("offline")
            : data && t(more ? "more" : "found", { count: found.length, shown: offered.length })}
      </p>
      <FieldError id={name}>{error}</FieldError>
    </fieldset>
  );
}

type PointOptionProps = { name: string; checked: boolean; onChoose: () => void; children: React.ReactNode };

function PointOption({ name, checked, onChoose, children }: PointOptionProps) {
  return (
    <label className="tick">
      <input type="radio" name={name} checked={checked} onChange={onChoose} />
      <span>{children}</span>
    </label>
  );
}
