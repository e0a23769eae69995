import { useFormatter, useLocale, useTranslations } from "next-intl";
import { Reauthenticate } from "@/components/forms/reauthenticate";
import { Lock } from "@/components/ui/icons";
import { RecordText } from "@/components/ui/record-text";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import type { TalkingPointDetail } from "@/lib/talking-points/schema";
import type { WalkAway } from "@/lib/talking-points/schema.marks";
import { MarkClause } from "./mark-clause";

type Own = WalkAway["own"][number];
type ClauseMarksProps = {
  own: Own;
  point: Pick<TalkingPointDetail, "slug" | "text">;
  marks: WalkAway;
  /** Whose words are kept on this device. */
  writer: string;
};

/** How many of the clauses in force an organization has marked. */
export const countMarked = (own: Own, clauses: readonly { key: string }[]) =>
  clauses.filter(({ key }) => own.marks.some(({ clause }) => clause === key)).length;

/** A mark for each clause, with its words above it, for the organization's people and the convener alone. */
export function ClauseMarks({ own, point, marks, writer }: ClauseMarksProps) {
  const t = useTranslations("talkingPoints.marks");
  const format = useFormatter();
  const locale = useLocale();
  const { organization, mayMark, needsFreshSignIn } = own;
  const amendmentsOn = (clause: string) =>
    marks.amendments.filter((it) => it.clause === clause).map(({ number }) => number);
  return (
    <>
      <p className="flex items-start gap-2 text-ink-2">
        <Lock className="mt-1 shrink-0" />
        {t("private", { organization: organization.name[locale] })}
      </p>
      {mayMark && marks.unnamed.length > 0 && (
        <p className="text-ink-2">
          {t("unnamed", {
            count: marks.unnamed.length,
            numbers: format.list(marks.unnamed.map(({ number }) => String(number))),
          })}
        </p>
      )}
      {mayMark && needsFreshSignIn && <Reauthenticate />}
      {mayMark && (
        <ol key={`${organization.slug} ${marks.number}`} className="grid gap-6">
          {point.text.clauses.map((clause) => {
            const words = pickLanguage(clause.text, locale);
            return (
              <li key={clause.key} className="grid gap-2 border-l-2 border-rule pl-4">
                {words && <RecordText lang={words.lang}>{words.text}</RecordText>}
                <MarkClause
                  shown={{ id: point.slug, version: marks.number, digest: marks.digest }}
                  organization={organization.slug}
                  clause={{ key: clause.key, number: clause.number }}
                  mark={own.marks.find((it) => it.clause === clause.key) ?? null}
                  writer={writer}
                  amendments={amendmentsOn(clause.key)}
                />
              </li>
            );
          })}
        </ol>
      )}
    </>
  );
}
