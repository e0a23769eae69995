import type { Member } from "@/bin/bench/twins/proposition";
import { lastAnswers, type Version } from "@/bin/bench/twins/talking-point";

const responses = ["endorse", "endorse_with_reservation", "stand_aside", "object"] as const;

/** Who answered these words how, and who did not. */
export function Answers({ text, members }: { text: Version; members: readonly Member[] }) {
  const answers = lastAnswers(text);
  const spoken = new Set(answers.map(({ organization }) => organization.slug));
  return (
    <div className="margin">
      {responses.map((response) => {
        const given = answers.filter((it) => it.response === response);
        return (
          <section key={response} aria-labelledby={response}>
            <h3 id={response}>
              {response} <span>{given.length}</span>
            </h3>
            <ul>
              {given.map((it) => (
                <li key={it.organization.slug} className="note">
                  <a href={`/organizations/${it.organization.slug}`}>{it.organization.nameEn}</a>
                  <span>{`since ${it.at.toISOString().slice(0, 10)}`}</span>
                  <span>{it.usage}</span>
                  {it.reservationEn && <q>{it.reservationEn}</q>}
                  {it.reasonEn && <p>{it.reasonEn}</p>}
                  {it.joins.map((join) => (
                    <span key={join.joinedById}>{join.joinedBy.nameEn}</span>
                  ))}
                </li>
              ))}
            </ul>
          </section>
        );
      })}
      <section>
        <h3>Not answered</h3>
        <ul>
          {members
            .filter((it) => !spoken.has(it.slug))
            .map((it) => (
              <li key={it.slug}>
                <a href={`/organizations/${it.slug}`}>{it.nameEn}</a>
              </li>
            ))}
        </ul>
      </section>
    </div>
  );
}
