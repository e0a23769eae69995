import type { Held, Member } from "@/bin/bench/twins/proposition";

const stances = ["support", "support_with_reservation", "undecided", "stand_aside", "oppose", "no_mandate"] as const;

type HoldingsProps = { slug: string; positions: readonly Held[]; members: readonly Member[] };

/** Who holds what, grouped by stance, and who said nothing. */
export function Holdings({ slug, positions, members }: HoldingsProps) {
  const groups = stances
    .map((stance) => ({ stance, held: positions.filter((it) => it.standingRevision?.stance === stance) }))
    .filter(({ held }) => held.length > 0);
  const spoken = new Set(positions.map(({ organization }) => organization.slug));
  const silent = members.filter((it) => !spoken.has(it.slug));
  return (
    <div className="margin">
      <h2>Who holds what</h2>
      <nav aria-label="How many">
        <ul>
          {groups.map(({ stance, held }) => (
            <li key={stance}>
              <Mark stance={stance} /> <a href={`#${stance}`}>{`${held.length} ${stance}`}</a>
            </li>
          ))}
        </ul>
      </nav>
      {groups.map(({ stance, held }) => (
        <section key={stance} id={stance} aria-labelledby={`${stance}-title`}>
          <h3 id={`${stance}-title`}>
            <Mark stance={stance} /> {stance} <span>{held.length}</span>
          </h3>
          <ul>
            {held.map((it) => (
              <Holding key={it.organization.slug} slug={slug} held={it} />
            ))}
          </ul>
        </section>
      ))}
      {silent.length > 0 && (
        <section aria-labelledby="silent-title">
          <h3 id="silent-title">
            <Mark stance="not_recorded" /> Not recorded <span>{silent.length}</span>
          </h3>
          <ul>
            {silent.map((it) => (
              <li key={it.slug}>
                <a href={`/organizations/${it.slug}`}>{it.nameEn}</a>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Holding({ slug, held: { organization, standingRevision: text, ...held } }: { slug: string; held: Held }) {
  return (
    <li className="note">
      <p>
        <a href={`/positions/${organization.slug}/${slug}`}>{organization.nameEn}</a>
        <span>{`since ${held.standingSince?.toISOString().slice(0, 10)}`}</span>
      </p>
      {text?.reservationEn && (
        <div className="reservation">
          <b>Reservation</b>
          <q>{text.reservationEn}</q>
        </div>
      )}
      {text?.rationaleEn && <p className="reasons">{text.rationaleEn}</p>}
      {held.reviewBy && held.reviewBy < new Date() && <span className="stamp">Past review</span>}
    </li>
  );
}

const Mark = ({ stance }: { stance: string }) => (
  <span aria-hidden="true" className={`st st-${stance}`}>
    <b>{stance[0]}</b>
  </span>
);
