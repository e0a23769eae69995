import { readMembers } from "@/bin/bench/twins/proposition";
import { readTalkingPoint } from "@/bin/bench/twins/talking-point";
import { Answers } from "./answers";

export const dynamic = "force-dynamic";

type Props = { searchParams: Promise<{ slug?: string }> };

/** What the product's page says of a talking point, said plainly. */
export default async function TalkingPointPage({ searchParams }: Props) {
  const { slug = "" } = await searchParams;
  const [point, members] = await Promise.all([readTalkingPoint(slug), readMembers()]);
  const text = point.versions[0];
  if (!text) return null;
  return (
    <main className="page">
      <header className="head">
        <h1>{text.titleEn}</h1>
        <p lang="fr">{text.titleFr}</p>
        <span className="stamp">{point.status}</span>
        <span>{`Version ${text.number}`}</span>
        <code title={text.digest}>{text.digest.slice(0, 12)}</code>
      </header>
      <ul>
        {text.themes.map(({ theme }) => (
          <li key={theme.slug}>
            <a href={`/themes/${theme.slug}`}>{theme.titleEn}</a>
          </li>
        ))}
      </ul>
      <ol className="sheet">
        {text.clauses.map((it) => (
          <li key={it.key} id={it.key}>
            <span>{it.kind}</span>
            {it.questionEn && <p>{it.questionEn}</p>}
            <p>{it.en}</p>
            <p lang="fr">{it.fr}</p>
            {it.source && <cite>{it.source}</cite>}
            <span>{it.parity[0]?.parity ?? "pending"}</span>
          </li>
        ))}
      </ol>
      <Answers text={text} members={members} />
      <section>
        <h2>About</h2>
        <dl>
          <dt>Held by</dt>
          <dd>{point.leads.map((it) => it.organization.nameEn).join(", ")}</dd>
          <dt>Proposed by</dt>
          <dd>{point.proposedBy.nameEn}</dd>
          <dt>Review by</dt>
          <dd>{point.reviewBy.toISOString().slice(0, 10)}</dd>
        </dl>
        <ul>
          {text.propositions.map(({ proposition: it }) => (
            <li key={it.slug}>
              <a href={`/propositions/${it.slug}`}>{`${it.number} ${it.versions[0]?.titleEn}`}</a>
            </li>
          ))}
          {point.sources.map(({ libraryItem: it }) => (
            <li key={it.slug}>
              <a href={`/library/${it.slug}`}>{it.titleEn}</a>
            </li>
          ))}
        </ul>
      </section>
      <ol className="timeline">
        {point.versions.map((it) => (
          <li key={it.number}>
            <a href={`/talking-points/${slug}/versions/${it.number}`}>{`Version ${it.number}`}</a> {it.summaryEn}
          </li>
        ))}
        {point.steps.map((it) => (
          <li
            key={it.at.toISOString()}
          >{`${it.status}, ${it.organization.nameEn}, ${it.at.toISOString().slice(0, 10)}`}</li>
        ))}
      </ol>
    </main>
  );
}
