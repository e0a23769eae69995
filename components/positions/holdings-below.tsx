import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import type { StanceMark } from "@/components/ui/stances";
import { HoldingNote } from "./holding-note";
import { belowWords, type Holdings } from "./holdings";
import { StanceLine } from "./stance-line";

/** Under the words: whoever supports them, has not decided or has no mandate, with reasons; then who said nothing. */
export function HoldingsBelow({ holdings }: { holdings: Holdings }) {
  return (
    <>
      {belowWords(holdings.groups).map(({ stance, positions }) => (
        <Group key={stance} id={stance} mark={stance} count={positions.length}>
          <ul className="grid gap-x-8 gap-y-4 pt-3.5 text-small lg:grid-cols-2 print:grid-cols-2">
            {positions.map((position) => (
              <HoldingNote key={position.organization.slug} position={position} />
            ))}
          </ul>
        </Group>
      ))}
      <Silent holdings={holdings} />
    </>
  );
}

type GroupProps = { id: string; mark: StanceMark; title?: string; count?: number | undefined; children: ReactNode };

function Group({ id, mark, title, count, children }: GroupProps) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="pt-7">
      <h3 id={`${id}-title`} className="flex items-center justify-between border-b border-ink pb-2 text-table">
        <StanceLine stance={mark} title={title} />
        {count !== undefined && <span className="count font-normal">{count}</span>}
      </h3>
      {children}
    </section>
  );
}

/** Absence is never an answer, and where some are hidden it is not even known to be an absence. */
function Silent({ holdings: { silent, someHidden } }: { holdings: Holdings }) {
  const t = useTranslations("positions.holdings");
  const locale = useLocale();
  if (silent.length === 0) return null;
  const kind = someHidden ? "notShown" : "notRecorded";
  return (
    <Group
      id="silent"
      mark={someHidden ? "not_shown" : "not_recorded"}
      title={t(kind)}
      count={someHidden ? undefined : silent.length}
    >
      <p className="pt-3 text-small text-ink-2">{t(`${kind}Meaning`)}</p>
      <ul className="grid gap-x-8 gap-y-1.5 pt-2 text-small lg:grid-cols-2 print:grid-cols-2">
        {silent.map(({ slug, name }) => (
          <li key={slug}>
            <Link href={`/organizations/${slug}`} className="inline-block min-h-6">
              {name[locale]}
            </Link>
          </li>
        ))}
      </ul>
    </Group>
  );
}
