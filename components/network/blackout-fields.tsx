import { useTranslations } from "next-intl";
import { BilingualField } from "@/components/forms/bilingual-field";
import { Button } from "@/components/ui/button";
import { DateField } from "@/components/ui/date-field";
import { Plus, Trash2 } from "@/components/ui/icons";
import type { Blackout } from "@/lib/network/schema";

export type BlackoutRow = Blackout & { key: number };

type BlackoutFieldsProps = {
  rows: readonly BlackoutRow[];
  wrong: (field: string) => string | undefined;
  onAdd: () => void;
  onRemove: (key: number) => void;
};

/** Days on which nothing is due, range by range. */
export function BlackoutFields({ rows, wrong, onAdd, onRemove }: BlackoutFieldsProps) {
  const t = useTranslations("network.settings");
  return (
    <fieldset className="grid gap-4 border-rule border-t pt-4">
      <legend className="field-label float-left">{t("blackouts")}</legend>
      <p className="field-hint clear-left max-w-[72ch]">{t("blackoutsHint")}</p>
      {rows.length === 0 && <p className="text-ink-2">{t("noBlackouts")}</p>}
      {rows.map(({ key, firstOn, lastOn, name }, at) => {
        const field = (suffix: string) => `blackouts.${at}.${suffix}`;
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset in a fieldset would be announced twice
          <div
            key={key}
            role="group"
            aria-label={t("blackout", { number: at + 1 })}
            className="flex flex-wrap items-end gap-x-4 gap-y-3 border-rule border-b pb-4"
          >
            <DateField
              label={t("first")}
              name={field("firstOn")}
              defaultValue={firstOn}
              error={wrong(field("firstOn"))}
            />
            <DateField label={t("last")} name={field("lastOn")} defaultValue={lastOn} error={wrong(field("lastOn"))} />
            <BilingualField
              name={field("name")}
              labels={{ en: t("called"), fr: t("calledFr") }}
              maxLength={120}
              initial={name}
              errorAt={wrong}
            />
            <Button
              variant="text"
              icon={<Trash2 />}
              aria-label={t("removeName", { number: at + 1 })}
              onClick={() => onRemove(key)}
            >
              {t("remove")}
            </Button>
          </div>
        );
      })}
      <div>
        <Button icon={<Plus />} onClick={onAdd}>
          {t("add")}
        </Button>
      </div>
    </fieldset>
  );
}
