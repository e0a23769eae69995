import { useLocale } from "next-intl";
import type { ReportActor } from "@/lib/report/schema";
import { LocatedAt } from "./located-at";

/** Who, of what, in which role, and where the report says so. */
export function ActorRow({ actor }: { actor: ReportActor }) {
  const locale = useLocale();
  return (
    <article className="grid break-inside-avoid gap-x-8 gap-y-1 border-b border-rule py-3.5 md:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
      <div>
        <h3 className="text-body">{actor.name[locale]}</h3>
        <p className="text-table text-ink-2">{actor.affiliation[locale]}</p>
      </div>
      <div>
        <p className="first-letter:uppercase">{actor.role[locale]}</p>
        <LocatedAt locator={actor.locator} />
      </div>
    </article>
  );
}
