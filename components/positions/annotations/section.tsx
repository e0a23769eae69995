import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import { Section } from "@/components/ui/section";
import type { Joining } from "@/lib/positions/schema.annotations";
import { ConfirmDetails } from "../../ui/confirm-details";
import type { PositionFacts } from "../load-position";
import { Reservation } from "../reservation-and-reasons";
import { useAuthorityText } from "../use-authority-text";
import { ExplainForm } from "./explain-form";
import { AnnotationHistory } from "./history";
import { JoinForm } from "./join-form";
import { LeaveJoin } from "./leave-join";
import { WithdrawExplanation } from "./withdraw-explanation";

/** What the reader's organizations have added to a position, and may add; then how that came about. */
export function AnnotationsSection({ facts }: { facts: PositionFacts }) {
  const t = useTranslations("positions.annotations");
  const { annotationRights, joins, explanations } = facts;
  const shows = annotationRights.joining.filter((it) => it.mayJoin || it.join || it.waiting);
  const { explaining } = annotationRights;
  const hasSteps = joins.items.length + explanations.items.length > 0;
  if (shows.length === 0 && !explaining?.mayExplain && !explaining?.waiting && !hasSteps) return null;
  return (
    <Section title={t("title")} id="beside">
      <div className="grid gap-4 pt-4">
        {shows.map((joining) => (
          <JoinPart key={joining.organization.slug} facts={facts} joining={joining} />
        ))}
        <ExplainPart facts={facts} />
        <AnnotationHistory joins={joins} explanations={explanations} />
      </div>
    </Section>
  );
}

function JoinPart({ facts, joining }: { facts: PositionFacts; joining: Joining }) {
  const t = useTranslations("positions.annotations.join");
  const authority = useAuthorityText();
  const locale = useLocale();
  const { positionKey, position, annotationRights, proposition } = facts;
  const { organization, join, waiting, mayJoin, mayWithdraw } = joining;
  const name = organization.short[locale];
  const reservation = position?.standing?.reservation ?? null;
  return (
    <div className="grid gap-3">
      {join && (
        <p>
          {t(join.earlierText ? "standsEarlier" : "stands", {
            organization: organization.name[locale],
            day: longDay(new Date(join.since), locale),
          })}
        </p>
      )}
      {waiting && <p>{t("waiting", { known: waiting.by ? "yes" : "no", person: waiting.by ?? "" })}</p>}
      {mayJoin && annotationRights.digest && (
        <ConfirmDetails label={t("fold", { organization: organization.name[locale] })}>
          <JoinForm
            positionKey={positionKey}
            joining={joining}
            digest={annotationRights.digest}
            mandate={authority(joining.mandate) ?? null}
            version={t("version", {
              owner: facts.organization.short[locale],
              version: position?.standing?.propositionVersion ?? proposition.version,
            })}
          >
            <Reservation text={reservation} both />
          </JoinForm>
        </ConfirmDetails>
      )}
      {mayWithdraw && (
        <LeaveJoin
          positionKey={positionKey}
          onBehalfOf={organization.slug}
          organization={name}
          again={joining.needsFreshSignIn}
        />
      )}
    </div>
  );
}

function ExplainPart({ facts }: { facts: PositionFacts }) {
  const t = useTranslations("positions.annotations");
  const authority = useAuthorityText();
  const locale = useLocale();
  const { positionKey, annotationRights, organization, writer } = facts;
  const { explaining } = annotationRights;
  if (!explaining || !writer) return null;
  const { waiting, mayExplain, mayWithdraw, revision } = explaining;
  return (
    <>
      {waiting && <p>{t("join.waiting", { known: waiting.by ? "yes" : "no", person: waiting.by ?? "" })}</p>}
      {mayExplain && revision !== null && (
        <ConfirmDetails label={t(explaining.text ? "explain.again" : "explain.fold")}>
          <ExplainForm
            key={explaining.version}
            positionKey={positionKey}
            explaining={explaining}
            revision={revision}
            organization={organization.name[locale]}
            mandate={authority(explaining.mandate) ?? null}
            writer={writer}
          />
          {mayWithdraw && (
            <WithdrawExplanation
              positionKey={positionKey}
              version={explaining.version}
              again={explaining.needsFreshSignIn}
            />
          )}
        </ConfirmDetails>
      )}
    </>
  );
}
