import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import { Lock } from "@/components/ui/icons";
import { Link } from "@/components/ui/link";
import type { TalkingPointDetail } from "@/lib/talking-points/schema";
import type { OwnEndorsement } from "@/lib/talking-points/schema.endorsements";
import { talkingPointHref } from "./talking-point-href";
import { WaitingAnswer } from "./waiting-answer";

type OwnAnswerProps = { own: OwnEndorsement; point: TalkingPointDetail };

/** What stands for the reader's organization, what waits for a second signature, and what its own register says. */
export function OwnAnswer({ own, point }: OwnAnswerProps) {
  const t = useTranslations("talkingPoints.answer");
  const answers = useTranslations("talkingPoints.answer.given");
  const usages = useTranslations("talkingPoints.usage");
  const locale = useLocale();
  const { answer, waiting, organization } = own;
  const name = organization.name[locale];
  return (
    <>
      {answer === null && <p>{t("none", { organization: name })}</p>}
      {answer?.current && (
        <p>
          {t("stands", {
            organization: name,
            answer: answers(answer.response),
            version: answer.version,
            day: longDay(new Date(answer.since), locale),
          })}{" "}
          {usages(answer.usage)}. {answer.publicly && t("isPublic")}
        </p>
      )}
      {answer && !answer.current && (
        <div className="notice notice-amber">
          <p>
            <b>{t("notOnThese", { organization: name })}</b>{" "}
            {t("answeredEarlier", { answer: answers(answer.response), version: answer.version, number: point.number })}
          </p>
          <p>
            <Link href={`${talkingPointHref(point.slug)}/compare?from=${answer.version}&to=${point.number}`}>
              {t("readChanges", { from: answer.version, to: point.number })}
            </Link>
          </p>
        </div>
      )}
      {waiting && <WaitingAnswer waiting={waiting} text={point.text} />}
      <Contradiction own={own} />
    </>
  );
}

/** Told to its own people before they sign, and never in the way: what it endorses here, its register opposes. */
function Contradiction({ own: { opposes, organization } }: { own: OwnEndorsement }) {
  const t = useTranslations("talkingPoints.answer");
  const locale = useLocale();
  if (opposes.length === 0) return null;
  return (
    <div className="notice notice-amber">
      <p className="flex items-center gap-2">
        <Lock />
        <b>{t("contradicts", { organization: organization.name[locale] })}</b>
      </p>
      <ul>
        {opposes.map(({ proposition, number }) => (
          <li key={proposition}>
            <Link href={`/positions/${organization.slug}/${proposition}`}>{t("opposes", { number })}</Link>
          </li>
        ))}
      </ul>
      <p className="text-small text-ink-2">{t("contradictionPrivate")}</p>
    </div>
  );
}
