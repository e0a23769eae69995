import { useTranslations } from "next-intl";
import { LibraryNav } from "@/components/library/library-nav";
import { ListTools } from "@/components/library/list-tools";
import { NothingFound } from "@/components/library/nothing-found";
import { ReportLayout } from "@/components/library/report-layout";
import { JumpSide } from "@/components/library/source-side";
import { FilterSelect } from "@/components/ui/filter-bar";
import { PageHead } from "@/components/ui/page-head";
import { Section } from "@/components/ui/section";
import { SideSection } from "@/components/ui/side";
import { type ActorFilters, actorKinds, type ReportActor } from "@/lib/report/schema";
import { ActorRow } from "./actor-row";

type ActorListProps = { actors: readonly ReportActor[]; all: number; choices: ActorFilters };

export function ActorList({ actors, all, choices }: ActorListProps) {
  const t = useTranslations("report.actors");
  const report = useTranslations("report");
  const groups = actorKinds
    .map((kind) => ({ kind, found: actors.filter((it) => it.kind === kind) }))
    .filter(({ found }) => found.length > 0);
  const jumps = groups.map(({ kind, found }) => ({ id: kind, label: t(`plural.${kind}`), count: found.length }));
  const kinds = actorKinds.map((value) => ({ value, label: t(`plural.${value}`) }));
  const options = [{ value: "", label: report("anyFeminine") }, ...kinds];
  const fields = <FilterSelect label={report("kind")} name="kind" value={choices.kind} options={options} />;
  const chosen = Object.keys(choices).length > 0;
  return (
    <>
      <LibraryNav current="people" />
      <PageHead title={t("title")}>{t("lede")}</PageHead>
      <ListTools
        search={t("search")}
        choices={choices}
        filters={{ label: t("filters"), fields }}
        count={chosen ? t("some", { count: actors.length, all }) : t("count", { count: all })}
        list="actors"
      />
      <ReportLayout
        label={t("noStance")}
        side={
          <>
            <SideSection title={t("noStance")}>
              <p>{t("noStanceText")}</p>
            </SideSection>
            <JumpSide title={report("agenda.contents")} jumps={jumps} />
          </>
        }
      >
        {actors.length === 0 && (
          <NothingFound back={t("showAll", { count: all })} href="/people-and-bodies">
            {t("empty")}
          </NothingFound>
        )}
        {groups.map(({ kind, found }) => (
          <Section key={kind} id={kind} title={t(`plural.${kind}`)} count={t("count", { count: found.length })}>
            {found.map((actor) => (
              <ActorRow key={`${actor.name.en} ${actor.affiliation.en}`} actor={actor} />
            ))}
          </Section>
        ))}
      </ReportLayout>
    </>
  );
}
