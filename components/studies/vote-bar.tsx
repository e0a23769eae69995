import { useTranslations } from "next-intl";
import type { StatementTally } from "@/lib/studies/schema";

type VoteBarProps = {
  /** Whose votes. */
  who: string;
  tally: StatementTally | null;
};

const votes = ["agree", "pass", "disagree"] as const;

/** Agree, pass and disagree as lengths and patterns, with their counts in words beside. */
export function VoteBar({ who, tally }: VoteBarProps) {
  const t = useTranslations("studies");
  if (!tally) return <span className="vote-few">{t("tooFew")}</span>;
  const of = Math.max(1, tally.agree + tally.disagree + tally.pass);
  return (
    <span className="vote">
      <span className="vote-who">{who}</span>
      <span className="vote-bar" aria-hidden="true">
        {votes.map(
          (vote) => tally[vote] > 0 && <i key={vote} data-vote={vote} style={{ flexGrow: tally[vote] / of }} />,
        )}
      </span>
      <span className="vote-counts" aria-hidden="true">
        {tally.agree} · {tally.pass} · {tally.disagree}
      </span>
      <span className="sr-only">{t("tally", tally)}</span>
    </span>
  );
}

/** What the patterns mean; once on each page. */
export function VoteKey() {
  const t = useTranslations("studies.vote");
  return (
    <p className="vote-key">
      {votes.map((vote) => (
        <span key={vote}>
          <i data-vote={vote} />
          {t(vote)}
        </span>
      ))}
    </p>
  );
}
