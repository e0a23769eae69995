"use client";

import { useTranslations } from "next-intl";
import { BilingualField } from "@/components/forms/bilingual-field";
import { Button } from "@/components/ui/button";
import { type Option, Select } from "@/components/ui/select";
import { attributionRules } from "@/lib/briefings/constants";
import { itemTitleCharacters, whyCharacters } from "@/lib/briefings/constants.agenda";
import { isTighter } from "@/lib/briefings/rules.attribution";
import type { DeskRowProps } from "./desk-row";

type Event = { target: { value: string } };

/** What an item says of itself: its own words, who leads it, its rule, and for the caucus who raises it and who answers. */
export function DeskDetails({ item, desk, agenda, organizations, errorAt }: DeskRowProps) {
  const t = useTranslations("agendaDesk");
  const nobody: Option = { value: "", label: t("edit.nobody") };
  const set = (name: keyof typeof item) => (event: Event) => desk.alter({ ...item, [name]: event.target.value });
  const pairError = (field: string) => errorAt(field.slice(item.id.length + 1));
  const open = ["title", "why", "lead", "attribution", "raises", "answers", "about", "kind"].some((it) =>
    [it, `${it}.en`, `${it}.fr`].some((field) => errorAt(field)),
  );
  const rules = attributionRules.filter((it) => isTighter(it, agenda.attribution) || it === item.attribution);
  return (
    <details open={open || undefined}>
      <summary className="min-h-(--control) cursor-pointer content-center font-semibold text-pen text-table">
        {t("edit.details")}
      </summary>
      <div className="grid gap-4 border-rule border-l py-1 pl-4">
        <BilingualField
          name={`${item.id}.title`}
          label={t("edit.itemTitle")}
          hint={t(item.kind === "free" ? "edit.freeTitle" : "edit.titleHint")}
          bind={(lang) => ({
            value: lang === "en" ? item.titleEn : item.titleFr,
            onChange: set(lang === "en" ? "titleEn" : "titleFr"),
          })}
          maxLength={itemTitleCharacters}
          required={false}
          errorAt={pairError}
        />
        <BilingualField
          name={`${item.id}.why`}
          label={t("edit.why")}
          rows={2}
          bind={(lang) => ({
            value: lang === "en" ? item.whyEn : item.whyFr,
            onChange: set(lang === "en" ? "whyEn" : "whyFr"),
          })}
          maxLength={whyCharacters}
          required={false}
          errorAt={pairError}
        />
        <div className="grid gap-4 md:grid-cols-2">
          <Select
            name={`${item.id}.lead`}
            label={t("edit.lead")}
            options={[nobody, ...organizations]}
            value={item.lead}
            onChange={set("lead")}
            error={errorAt("lead")}
          />
          <Select
            name={`${item.id}.attribution`}
            label={t("edit.attribution")}
            hint={t("edit.tighter")}
            options={[
              { value: "", label: t("edit.asMeeting", { rule: t(`rule.${agenda.attribution}`) }) },
              ...rules.map((value) => ({ value, label: t(`rule.${value}`) })),
            ]}
            value={item.attribution}
            onChange={set("attribution")}
            error={errorAt("attribution")}
          />
        </div>
        {agenda.briefing.kind === "government" && (
          <CaucusFields {...{ item, desk, organizations, nobody, errorAt }} onRaises={set("raises")} />
        )}
      </div>
    </details>
  );
}

type CaucusFieldsProps = Pick<DeskRowProps, "item" | "desk" | "organizations" | "errorAt"> & {
  nobody: Option;
  onRaises: (event: Event) => void;
};

/** For the caucus alone: no guest and no other meeting ever gets these. */
function CaucusFields({ item, desk, organizations, nobody, errorAt, onRaises }: CaucusFieldsProps) {
  const t = useTranslations("agendaDesk.edit");
  const answers = item.answers.split(" ").filter(Boolean);
  const set = (next: readonly string[]) => desk.alter({ ...item, answers: next.join(" ") });
  const nameOf = (slug: string) => organizations.find((it) => it.value === slug)?.label ?? slug;
  return (
    <fieldset className="grid gap-4 md:grid-cols-2">
      <legend className="mb-2 font-semibold text-small">{t("caucus")}</legend>
      <Select
        name={`${item.id}.raises`}
        label={t("raises")}
        options={[nobody, ...organizations]}
        value={item.raises}
        onChange={onRaises}
        error={errorAt("raises")}
      />
      <div className="grid content-start gap-2">
        <Select
          name={`${item.id}.answers`}
          label={t("answer")}
          options={[{ value: "", label: "" }, ...organizations.filter(({ value }) => !answers.includes(value))]}
          value=""
          onChange={(event) => event.target.value && set([...answers, event.target.value])}
          error={errorAt("answers")}
        />
        {answers.length === 0 ? (
          <p className="text-ink-3 text-small">{t("noAnswer")}</p>
        ) : (
          <ul className="grid gap-1">
            {answers.map((slug) => (
              <li key={slug} className="flex flex-wrap items-center gap-x-2 text-table">
                <bdi>{nameOf(slug)}</bdi>
                <Button
                  small
                  variant="text"
                  aria-label={t("dropAnswer", { organization: nameOf(slug) })}
                  onClick={() => set(answers.filter((it) => it !== slug))}
                >
                  {t("drop")}
                </Button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </fieldset>
  );
}
