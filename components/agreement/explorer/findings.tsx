"use client";

import { useLocale, useTranslations } from "next-intl";
import { CodeChip } from "@/components/ui/code-chip";
import { Link } from "@/components/ui/link";
import type { Bundle } from "./bundle-query";
import { distinguish, type Explored } from "./explore";
import { type ExplorerFacts, readMark } from "./explorer-facts";

type FindingsProps = { facts: ExplorerFacts; bundle: Bundle; explored: Explored };

/** Who stands behind it and who does not, or what these all support and what keeps the rest apart. */
export function Findings({ facts, bundle, explored }: FindingsProps) {
  const t = useTranslations("agreement.explorer");
  const { chosen, all, missing } = explored;
  const by = bundle.from === "propositions" ? "p" : "o";
  const note = facts.someHidden && <p className="pt-3 text-small text-ink-2">{t("hidden")}</p>;
  if (chosen.length === 0) {
    return (
      <>
        <p role="status">{t(facts.someHidden ? `seen.nothing.${by}` : `nothing.${by}`)}</p>
        {note}
      </>
    );
  }
  const { against, unknown, mayBeMore } = distinguish(facts, by, missing);
  const counted = { count: all.length, of: chosen.length };
  return (
    <>
      <div role="status">
        <h2>{t(mayBeMore ? `seen.all.${by}` : `all.${by}`, counted)}</h2>
      </div>
      {all.length > 0 && (by === "p" ? <Codes facts={facts} places={all} /> : <Titles facts={facts} places={all} />)}
      {against.length > 0 && (
        <h2 className="explore-apart">{t(`apart.${by}`, { count: against.length, of: chosen.length })}</h2>
      )}
      <Reasons key={`against ${by}`} entries={against} facts={facts} by={by} />
      {unknown.length > 0 && (
        <h2 className="explore-apart">{t(mayBeMore ? "unknown" : "silent", { count: unknown.length })}</h2>
      )}
      <Reasons key={`unknown ${by}`} entries={unknown} facts={facts} by={by} />
      <bdi>{note}</bdi>
    </>
  );
}

const manyChips = 240;

function Codes({ facts, places }: { facts: ExplorerFacts; places: readonly number[] }) {
  const t = useTranslations("agreement.explorer");
  return (
    <>
      <ul className="explore-codes">
        {places.slice(0, manyChips).map((place) => {
          const { slug, code, short } = facts.organizations[place] ?? { slug: "", code: "", short: "" };
          return (
            <li key={slug}>
              <CodeChip code={code} name={short} />
            </li>
          );
        })}
      </ul>
      {places.length > manyChips && <p className="text-small">{t("more", { count: places.length - manyChips })}</p>}
    </>
  );
}

function Titles({ facts, places }: { facts: ExplorerFacts; places: readonly number[] }) {
  return (
    <ul className="explore-titles">
      {places.map((place) => {
        const { number, slug, title } = facts.propositions[place] ?? { number: 0, slug: "", title: "" };
        return (
          <li key={slug}>
            <span className="explore-mark">{number}</span> <Link href={`/propositions/${slug}`}>{title}</Link>
          </li>
        );
      })}
    </ul>
  );
}

type Entry = readonly [number, number[]];
const atOnce = 12;

/** The nearest first; the rest fold away. */
function Reasons({ entries, facts, by }: { entries: readonly Entry[]; facts: ExplorerFacts; by: "p" | "o" }) {
  const t = useTranslations("agreement.explorer");
  const list = (part: readonly Entry[]) => (
    <ul className="explore-reasons">
      {part.map((entry) => (
        <li key={entry[0]}>
          {by === "p" ? <Away entry={entry} facts={facts} /> : <Lacking entry={entry} facts={facts} />}
        </li>
      ))}
    </ul>
  );
  const rest = entries.slice(atOnce, atOnce + manyChips);
  return (
    <>
      {list(entries.slice(0, atOnce))}
      {rest.length > 0 && (
        <details>
          <summary>{t("more", { count: entries.length - atOnce })}</summary>
          {list(rest)}
        </details>
      )}
    </>
  );
}

const named = 3;

/** An organization that does not stand behind all of it, and on what. */
function Away({ entry: [organization, failing], facts }: { entry: Entry; facts: ExplorerFacts }) {
  const t = useTranslations("agreement.explorer");
  const locale = useLocale();
  const { slug, code, short } = facts.organizations[organization] ?? { slug: "", code: "", short: "" };
  return (
    <>
      <CodeChip code={code} name={short} out />
      <span>
        {failing.slice(0, named).map((place, at) => {
          const { slug: proposition, title } = facts.propositions[place] ?? { slug: "", title: "" };
          return (
            <span key={proposition}>
              {at > 0 && "; "}
              <a href={`/${locale}/positions/${slug}/${proposition}`}>
                {t(`on.${readMark(facts, place, organization)}`, { title })}
              </a>
            </span>
          );
        })}
        {failing.length > named && `; ${t("more", { count: failing.length - named })}`}
      </span>
    </>
  );
}

/** A proposition that these organizations do not all support, and who does not. */
function Lacking({ entry: [proposition, failing], facts }: { entry: Entry; facts: ExplorerFacts }) {
  const t = useTranslations("agreement.explorer");
  const stances = useTranslations("stances.inSentence");
  const { number, slug, title } = facts.propositions[proposition] ?? { number: 0, slug: "", title: "" };
  const said = failing.slice(0, named).map((place) =>
    t("who", {
      organization: facts.organizations[place]?.short ?? "",
      stance: stances(readMark(facts, proposition, place)),
    }),
  );
  return (
    <>
      <span className="explore-mark">{number}</span>
      <span>
        <Link href={`/propositions/${slug}`}>{title}</Link>
        <span className="block text-ink-2">
          {said.join("; ")}
          {failing.length > named && `; ${t("more", { count: failing.length - named })}`}
        </span>
      </span>
    </>
  );
}
