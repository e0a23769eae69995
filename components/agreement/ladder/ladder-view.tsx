import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import type { Ladder } from "@/lib/agreement/schema.ladder";
import { api } from "@/lib/api/server";
import type { AgreementQuery } from "../agreement-query";
import { CsvDownload } from "../download-links";
import { PrintButton } from "../print-button";
import { ThemeFilter } from "../theme-filter";
import { ViewHead } from "../view-head";
import "./ladder.css";
import { LadderChart } from "./ladder-chart";
import { RungRow } from "./rung-row";

/** Everything the ladder shows. */
export async function readLadderFacts(choice: AgreementQuery) {
  const { theme, on } = choice;
  const [{ items: themes }, ladder] = await Promise.all([
    api.themes.list({}),
    api.agreement.ladder({ ...(theme && { theme }), ...(on && { asOf: on }) }),
  ]);
  return { choice, themes, ladder };
}

type LadderFacts = Awaited<ReturnType<typeof readLadderFacts>>;

/** Wordings of one idea, from broad to specific, against who would stand behind them. Nothing is chosen. */
export function LadderView({ facts: { choice, themes, ladder } }: { facts: LadderFacts }) {
  const t = useTranslations("agreement.ladder");
  const words = useTranslations("agreement.grid");
  return (
    <>
      <ViewHead
        view="ladder"
        title={t("heading")}
        choice={choice}
        filters={<ThemeFilter themes={themes} theme={choice.theme} />}
        end={
          <>
            <CsvDownload choice={choice} of="ladder" />
            <PrintButton label={words("print")} />
          </>
        }
      >
        {t("lede")}
      </ViewHead>
      {ladder.ideas.length === 0 && <EmptyState>{t("empty")}</EmptyState>}
      {ladder.ideas.map((it) => (
        <Idea key={it.idea} idea={it} />
      ))}
    </>
  );
}

function Idea({ idea: { idea, rungs } }: { idea: Ladder["ideas"][number] }) {
  const t = useTranslations("agreement.ladder");
  return (
    <Section id={idea} title={t(`idea.${idea}`)} count={t("wordings", { count: rungs.length })}>
      <LadderChart rungs={rungs} title={t("chart", { idea: t(`idea.${idea}`) })} />
      <div className="ladder-rungs">
        {rungs.map((rung) => (
          <RungRow key={rung.slug} rung={rung} />
        ))}
      </div>
    </Section>
  );
}
