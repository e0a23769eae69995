import { useFormatter, useTranslations } from "next-intl";
import "@/components/agreement/map/map.css";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import type { Findings, Study } from "@/lib/studies/schema";
import { LocalizedText } from "./localized-text";
import { StudyFigure } from "./study-figure";

type StudyMapProps = { study: Study; findings: Findings };

/** What was found, in words; the picture; and what pulls it apart. */
export function StudyMap({ study, findings }: StudyMapProps) {
  return (
    <div className="map-both">
      <Finding study={study} findings={findings} />
      <ProvideMessages of={["studies"]}>
        <Figure study={study} findings={findings} />
      </ProvideMessages>
      <MapNotes findings={findings} />
    </div>
  );
}

function Figure({ study, findings }: StudyMapProps) {
  const t = useTranslations("studies");
  const format = useFormatter();
  const [across = "", upward = ""] = findings.explained.map((it) => format.number(it, { style: "percent" }));
  const picture = {
    marks: findings.marks,
    pulls: findings.pulls.map(({ key, x, y }) => ({ number: key, x, y })),
    letters: findings.groups.map(({ letter }) => letter),
    across: t("across", { share: across }),
    upward: t("upward", { share: upward }),
    fileName: study.slug,
  };
  return <StudyFigure picture={picture} />;
}

function Finding({ study, findings: { groups, untold, grouped, apart } }: StudyMapProps) {
  const t = useTranslations("studies.finding");
  const format = useFormatter();
  const counted = { grouped: format.number(grouped), participants: format.number(study.participants) };
  return (
    <div className="map-finding">
      <h2>{untold ? t(untold) : t("groups", { count: groups.length })}</h2>
      <p className="map-small">{untold ? t(`${untold}Why`) : t("how")}</p>
      <p className="map-small">{t("grouped", counted)}</p>
      {apart && !untold && <p className="map-small">{t("apart")}</p>}
      {groups.map(({ letter, size }) => (
        <p key={letter} className="map-small">
          <a className="study-jump" href={`#group-${letter}`}>
            {t("size", { letter, count: format.number(size) })}
          </a>
        </p>
      ))}
    </div>
  );
}

function MapNotes({ findings: { pulls, explained } }: { findings: Findings }) {
  const t = useTranslations("studies");
  const format = useFormatter();
  const [across = 0, upward = 0] = explained;
  return (
    <div className="map-notes">
      <div>
        <h3>{t("pulls")}</h3>
        <ul className="map-pulls">
          {pulls.map(({ key, text }) => (
            <li key={key}>
              <span>{key}</span>
              <span>
                <LocalizedText pair={text} otherwise={t("statement", { key })} />
              </span>
            </li>
          ))}
        </ul>
      </div>
      <p className="map-small">{t("reading", { share: format.number(across + upward, { style: "percent" }) })}</p>
    </div>
  );
}
