"use client";

import { useLocale, useTranslations } from "next-intl";
import { Select } from "@/components/ui/select";
import { sharedTerms } from "@/lib/proposals/rules";
import type { ProposalDetail } from "@/lib/proposals/schema";
import type { Proposition } from "@/lib/propositions/schema";
import { SharedTerms } from "./shared-terms";

export type Candidate = Pick<Proposition, "slug" | "number" | "title" | "statement">;

type MergeTargetProps = {
  proposal: ProposalDetail;
  propositions: readonly Candidate[];
  into: Candidate | undefined;
  onChoose: (slug: string) => void;
  error: string | undefined;
};

const languages = ["en", "fr"] as const;

/** Into which one: the near ones first; then both beside each other, language by language, with the words in common marked. */
export function MergeTarget({ proposal, propositions, into, onChoose, error }: MergeTargetProps) {
  const t = useTranslations("proposals.decide");
  const locale = useLocale();
  const toOption = ({ slug, number, title }: Candidate) => ({
    value: slug,
    label: `${String(number)}. ${title[locale]}`,
  });
  const near = proposal.near.flatMap(({ slug }) => propositions.filter((it) => it.slug === slug));
  const others = propositions.filter((it) => !near.includes(it));
  return (
    <div className="grid gap-4">
      <div className="max-w-[600px]">
        <Select
          name="into"
          label={t("into")}
          options={into ? [] : [{ value: "", label: "", disabled: true }]}
          groups={[
            ...(near.length > 0 ? [{ label: t("intoNear"), options: near.map(toOption) }] : []),
            { label: t("intoAll"), options: others.map(toOption) },
          ]}
          value={into?.slug ?? ""}
          onChange={(event) => onChoose(event.target.value)}
          error={error}
        />
      </div>
      {into && <Compared proposal={proposal} into={into} />}
    </div>
  );
}

function Compared({ proposal, into }: { proposal: ProposalDetail; into: Candidate }) {
  const t = useTranslations("proposals.decide");
  const form = useTranslations("proposals.form");
  const side = (label: string, title: string | null, text: string | null, shared: readonly string[], lang: string) => (
    <div className="min-w-0">
      <p className="text-small text-ink-3">{label}</p>
      {title || text ? (
        <div lang={lang} className="font-words [overflow-wrap:anywhere]">
          <p className="font-semibold">
            <SharedTerms text={title ?? ""} shared={shared} />
          </p>
          <p>
            <SharedTerms text={text ?? ""} shared={shared} />
          </p>
        </div>
      ) : (
        <p className="text-ink-2">{t("missing")}</p>
      )}
    </div>
  );
  return (
    <section aria-labelledby="compare" className="grid gap-4">
      <h3 id="compare" className="text-table font-semibold">
        {t("compare")}
      </h3>
      {languages.map((it) => {
        const [mine, theirs] = [
          `${proposal.title[it] ?? ""} ${proposal.statement[it] ?? ""}`,
          `${into.title[it]} ${into.statement[it]}`,
        ];
        const shared = sharedTerms(mine, theirs);
        return (
          <div key={it} className="grid gap-x-8 gap-y-3 border-t border-rule pt-3 sm:grid-cols-2">
            <p className="font-semibold text-small sm:col-span-2">{form(it === "en" ? "english" : "french")}</p>
            {side(t("proposed"), proposal.title[it], proposal.statement[it], shared, it)}
            {side(t("standing", { number: into.number }), into.title[it], into.statement[it], shared, it)}
          </div>
        );
      })}
    </section>
  );
}
