import { clsx } from "clsx";
import type { ChangeEvent, ReactNode } from "react";
import { FieldError, type FieldTexts } from "./field";

export type Card = {
  value: string;
  label: ReactNode;
  /** One line of meaning. */
  hint?: ReactNode;
  /** A picture of the choice, or nothing. */
  mark?: ReactNode;
};
export type RadioCardsProps = Pick<FieldTexts, "label" | "hint" | "error"> & {
  name: string;
  id?: string | undefined;
  cards: readonly Card[];
  /** Controlled, with `onChange`; or `defaultValue` in a plain form. With neither, nothing is chosen beforehand. */
  value?: string | null | undefined;
  defaultValue?: string | undefined;
  onChange?: ((value: string) => void) | undefined;
  required?: boolean | undefined;
};

/** One of a few weighty answers, each with what it means. */
export function RadioCards(props: RadioCardsProps) {
  const { label, hint, error, name, id = name, cards, value, defaultValue, onChange, required = true } = props;
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined;
  const radioProps = (card: string) =>
    onChange
      ? { checked: value === card, onChange: (event: ChangeEvent<HTMLInputElement>) => onChange(event.target.value) }
      : { defaultChecked: defaultValue === card };
  return (
    <fieldset
      id={id}
      className={clsx("cards", Boolean(error) && "field-wrong")}
      aria-describedby={described}
      tabIndex={-1}
    >
      <legend className="field-label">{label}</legend>
      {hint && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      <div className="cards-list mt-1">
        {cards.map((card) => (
          <label key={card.value} className="card">
            <input type="radio" name={name} value={card.value} required={required} {...radioProps(card.value)} />
            {card.mark ?? <span className="card-ring" />}
            <span>
              <b>{card.label}</b> {card.hint && <span className="card-hint">{card.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      <FieldError id={id}>{error}</FieldError>
    </fieldset>
  );
}
