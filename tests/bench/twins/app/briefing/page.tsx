import { readBriefing } from "@/bin/bench/twins/briefing";
import { Agenda } from "./agenda";

export const dynamic = "force-dynamic";

type Props = { searchParams: Promise<{ slug?: string }> };

/** What the product's page says of a meeting, said plainly. */
export default async function BriefingPage({ searchParams }: Props) {
  const { slug = "" } = await searchParams;
  const meeting = await readBriefing(slug);
  const parts = meeting.partOf?.parts ?? meeting.parts;
  return (
    <main className="page">
      <header className="head">
        <h1>{meeting.titleEn}</h1>
        <p lang="fr">{meeting.titleFr}</p>
        <p>{meeting.purposeEn}</p>
        <span className="stamp">{meeting.state}</span>
        <span>{meeting.attribution}</span>
        <span>{meeting.wallStart ?? "no date yet"}</span>
        <span>{`${meeting.minutes} minutes, ${meeting.zone}`}</span>
        {meeting.placeEn && <span>{meeting.placeEn}</span>}
      </header>
      <ol>
        {parts.map((it) => (
          <li key={it.slug}>
            <a href={`/briefings/${it.slug}`}>{it.titleEn}</a> {it.part} {it.startsAt?.toISOString().slice(0, 16)}
          </li>
        ))}
      </ol>
      <Agenda items={meeting.items} begins={meeting.startsAt} />
      <section>
        <h2>Invited</h2>
        <ul>
          {meeting.invitees.map(({ id, organization, office }) => (
            <li key={id}>
              {organization && <a href={`/organizations/${organization.slug}`}>{organization.nameEn}</a>}
              {office && <a href={`/offices/${office.slug}`}>{`${office.titleEn}, ${office.institutionEn}`}</a>}
            </li>
          ))}
        </ul>
      </section>
      <ul>
        {meeting.options.map((it) => (
          <li key={it.id}>{`${it.wallStart}, ${it.zone}: ${it.answers.length} answers`}</li>
        ))}
      </ul>
      <section>
        <h2>Papers and updates</h2>
        <ul>
          {meeting.papers.map((it) => (
            <li key={it.id}>{`${it.titleEn ?? it.file.name}, ${it.file.bytes} bytes`}</li>
          ))}
        </ul>
        {meeting.filings.map((it) => (
          <article key={it.organization.slug}>
            <h3>{it.organization.nameEn}</h3>
            <time>{it.filedAt.toISOString().slice(0, 10)}</time>
            <ul>
              {it.lines.map((line) => (
                <li key={line.number}>{`${line.whatEn} ${line.whenEn} ${line.helpEn}`}</li>
              ))}
            </ul>
          </article>
        ))}
      </section>
      <section>
        <h2>About</h2>
        <dl>
          <dt>Host</dt>
          <dd>{meeting.host.nameEn}</dd>
          <dt>Quorum</dt>
          <dd>{meeting.quorum}</dd>
          {meeting.follows && <dt>Follows</dt>}
          {meeting.follows && <dd>{meeting.follows.titleEn}</dd>}
        </dl>
        <ol className="timeline">
          {meeting.steps.map((it) => (
            <li key={it.number}>{`${it.kind}, ${it.at.toISOString().slice(0, 10)}`}</li>
          ))}
        </ol>
      </section>
    </main>
  );
}
