import { useLocale, useTranslations } from "next-intl";
import { FilterBar, FilterSelect } from "@/components/ui/filter-bar";
import { RecordText } from "@/components/ui/record-text";
import { GroupHead, Section } from "@/components/ui/section";
import { walkAwayStandings } from "@/lib/math/walk-away";
import type { OrganizationName } from "@/lib/organizations/schema";
import { pickLanguage } from "@/lib/platform/text/bilingual-text";
import type { WalkAway } from "@/lib/talking-points/schema.marks";
import type { MarksFacts } from "./load-marks";
import { PrivateMark } from "./private-mark";
import { whatIfName } from "./what-if";

type View = NonNullable<WalkAway["convener"]>;

/** For the convener: who is lost over which clause, who returns by which change, and what several changes would do together; not on paper. */
export function WalkAwayView({ facts, view }: { facts: MarksFacts; view: View }) {
  const t = useTranslations("talkingPoints.marks.convener");
  const names = useNames();
  return (
    <div className="no-print">
      <Section title={t("title")} id="walk-away" className="mt-8">
        <div className="grid gap-4 pt-3">
          <p className="max-w-measure text-ink-2">{t("lede")}</p>
          <WhatIf facts={facts} />
          <div className="grid gap-6 md:grid-cols-2">
            <Standings title={t("now")} of={view.now} />
            {facts.chosen.size > 0 && <Standings title={t("after")} of={view.after} />}
          </div>
          {facts.chosen.size > 0 && (
            <p className="font-semibold" role="status">
              {t("returnsAll", { count: view.returns.length, names: names(view.returns) })}
            </p>
          )}
        </div>
      </Section>
      <ol className="mt-8 border-t-[1.5px] border-ink">
        {view.clauses.map((clause) => (
          <ClauseMarks key={clause.key} clause={clause} facts={facts} />
        ))}
      </ol>
    </div>
  );
}

function useNames() {
  const locale = useLocale();
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  return (all: readonly OrganizationName[]) => list.format(all.map((it) => it.name[locale]));
}

/** What becomes of each clause, chosen in the address. */
function WhatIf({ facts: { marks, chosen } }: { facts: MarksFacts }) {
  const t = useTranslations("talkingPoints.marks.convener");
  const clauses = useTranslations("talkingPoints.marks");
  return (
    <FilterBar label={t("whatIf")}>
      {marks.clauses.map(({ key, number }) => (
        <FilterSelect
          key={key}
          label={clauses("ofClause", { number })}
          name={whatIfName(number)}
          value={chosen.get(number) ?? ""}
          options={[
            { value: "", label: t("treatment.kept") },
            { value: "dropped", label: t("treatment.dropped") },
            { value: "bracketed", label: t("treatment.bracketed") },
            ...marks.amendments
              .filter((it) => it.clause === key)
              .map((it) => ({ value: String(it.number), label: t("treatment.swapped", { number: it.number }) })),
          ]}
        />
      ))}
    </FilterBar>
  );
}

function Standings({ title, of }: { title: string; of: View["now"] }) {
  const t = useTranslations("talkingPoints.marks.convener");
  const names = useNames();
  return (
    <div>
      <GroupHead title={title} as="h3" />
      <dl className="grid gap-2 pt-2">
        {walkAwayStandings.map((standing) => {
          const here = of.filter((it) => it.standing === standing).map(({ organization }) => organization);
          if (here.length === 0) return null;
          return (
            <div key={standing}>
              <dt className="font-semibold">
                {t(`standing.${standing}`)} <span className="count">{here.length}</span>
              </dt>
              <dd>{names(here)}</dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}

function ClauseMarks({ clause, facts }: { clause: View["clauses"][number]; facts: MarksFacts }) {
  const t = useTranslations("talkingPoints.marks.convener");
  const names = useNames();
  const locale = useLocale();
  const { number, marks, unmarked, returns } = clause;
  const words = facts.point.text.clauses.find(({ key }) => key === clause.key)?.text;
  const shown = words && pickLanguage(words, locale);
  return (
    <li className="grid gap-4 border-b border-rule py-5 md:grid-cols-2">
      <div className="grid content-start gap-2">
        <h3 className="font-semibold">{t("marks", { number })}</h3>
        {shown && <RecordText lang={shown.lang}>{shown.text}</RecordText>}
        {returns.length === 0 && <p className="text-ink-2">{t("noReturns")}</p>}
        {returns.map(({ treatment, amendment, organizations }) => (
          <p key={`${treatment} ${amendment}`}>
            {t(`returns.${treatment}`, {
              ...{ number: amendment ?? 0, names: names(organizations), count: organizations.length },
            })}
          </p>
        ))}
      </div>
      <div className="margin">
        <ul className="grid gap-3.5">
          {marks
            .filter(({ mark }) => mark !== "acceptable")
            .map((mark) => (
              <PrivateMark key={mark.organization.slug} note={{ ...mark, clause: clause.key }} />
            ))}
        </ul>
        {unmarked.length > 0 && <p className="text-ink-2">{t("unmarked", { names: names(unmarked) })}</p>}
      </div>
    </li>
  );
}
