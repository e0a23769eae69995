import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import { Section } from "@/components/ui/section";
import { noonOf } from "../../lib/platform/time/noon-of";
import type { PositionFacts } from "./load-position";
import { Reaffirm } from "./reaffirm";
import { WordingChange } from "./wordings";

/** Asked where the words of the proposition changed or a review is due: the difference first, then the one act. */
export function ReaffirmSection({ facts }: { facts: PositionFacts }) {
  const t = useTranslations("positions.confirm");
  const locale = useLocale();
  const { positionKey, position, proposition, organization } = facts;
  const standing = position?.standing;
  if (!standing || !position.viewer.mayConfirm) return null;
  const given = proposition.versions.find(({ number }) => number === standing.propositionVersion);
  const short = organization.short[locale];
  return (
    <Section title={t("title")} id="confirm">
      <div className="grid max-w-measure gap-4 pt-4">
        {standing.earlierWording && given ? (
          <>
            <p>{t("earlier", { given: standing.propositionVersion })}</p>
            <WordingChange before={given} after={proposition} />
          </>
        ) : (
          standing.reviewBy && <p>{t("review", { day: longDay(noonOf(standing.reviewBy), locale) })}</p>
        )}
        <p className="text-ink-2">{t("consequence", { organization: short })}</p>
        {facts.signatures > 1 && <p className="text-ink-2">{t("joint", { organization: short })}</p>}
        <Reaffirm
          positionKey={positionKey}
          version={position.version}
          organization={short}
          again={position.viewer.needsFreshSignIn}
        />
      </div>
    </Section>
  );
}
