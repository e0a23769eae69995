import { Fragment } from "react";
import { readMembers, readNeighbours, readProposition } from "@/bin/bench/twins/proposition";
import { Holdings } from "./holdings";

export const dynamic = "force-dynamic";

type Props = { searchParams: Promise<{ slug?: string }> };

/** What the product's page says of a proposition, said plainly. */
export default async function PropositionPage({ searchParams }: Props) {
  const { slug = "" } = await searchParams;
  const [found, members, neighbours] = await Promise.all([readProposition(slug), readMembers(), readNeighbours(slug)]);
  const { number, theme, versions, dilemmas, positions, ...source } = found;
  const words = versions[0];
  return (
    <main className="page">
      <nav className="crumb" aria-label="You are here">
        <ol>
          <li>
            <a href={`/themes/${theme.slug}`}>{theme.titleEn}</a>
          </li>
        </ol>
      </nav>
      <header className="head">
        <h1>{words?.titleEn}</h1>
        <p lang="fr">{words?.titleFr}</p>
        <span>{`Proposition ${number}, version ${words?.number}`}</span>
        <code title={words?.digest}>{words?.digest.slice(0, 12)}</code>
      </header>
      <div className="sheet">
        <p>{words?.statementEn}</p>
        <p lang="fr">{words?.statementFr}</p>
      </div>
      <Holdings slug={slug} positions={positions} members={members} />
      <section className="source">
        <h2>What the report says</h2>
        <p>{source.sourceStance}</p>
        <p>{source.sourceNoteEn}</p>
        <dl>
          <dt>Whose words</dt>
          <dd>{source.sourceVoice}</dd>
          <dt>Section</dt>
          <dd>{source.section}</dd>
          <dt>At the words</dt>
          <dd>
            <q>{source.locator}</q>
          </dd>
        </dl>
      </section>
      {dilemmas.map(({ dilemma }) => (
        <section key={dilemma.slug} className="dilemma">
          <h2>{dilemma.titleEn}</h2>
          <p>{dilemma.stateEn}</p>
          <ul>
            {dilemma.propositions.map(({ proposition: it }) => (
              <li key={it.slug}>
                <a href={`/propositions/${it.slug}`}>{`${it.number} ${it.versions[0]?.titleEn}`}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <nav aria-label="Neighbours">
        {neighbours.map((it) => (
          <Fragment key={it.slug}>
            <span>{`Proposition ${it.number}`}</span> <a href={`/propositions/${it.slug}`}>{it.versions[0]?.titleEn}</a>
          </Fragment>
        ))}
      </nav>
    </main>
  );
}
