import { useTranslations } from "next-intl";
import { Stamp } from "@/components/ui/stamp";
import type { ChosenStatement, Statement } from "@/lib/studies/schema";
import { LocalizedText } from "./localized-text";
import { VoteBar } from "./vote-bar";

type StatementListProps = {
  statements: readonly (Statement | ChosenStatement)[];
  letters: readonly string[];
  /** The side a statement is here for, in words. */
  sideOf?: ((side: ChosenStatement["side"]) => string) | undefined;
};

/** Statements with what everybody and each group said to them. */
export function StatementList({ statements, letters, sideOf }: StatementListProps) {
  const t = useTranslations("studies");
  return (
    <ul className="statements">
      {statements.map((it) => (
        <li key={it.place} className="statement">
          <div>
            <p className="statement-words">
              <span className="statement-key">{it.key}</span>
              <LocalizedText pair={it.text} otherwise={t("statement", { key: it.key })} />
            </p>
            {sideOf && "side" in it && (
              <p className="statement-side">
                <Stamp>{sideOf(it.side)}</Stamp>
              </p>
            )}
            {it.moderatedOut && (
              <p className="statement-side">
                <Stamp kind="draft">{t("leftOut")}</Stamp>
              </p>
            )}
          </div>
          <div className="statement-votes">
            <VoteBar who={t("all")} tally={it.all} />
            {letters.map((letter, group) => {
              const tally = it.byGroup[group];
              return tally && <VoteBar key={letter} who={letter} tally={tally} />;
            })}
          </div>
        </li>
      ))}
    </ul>
  );
}
