import { useTranslations } from "next-intl";
import { FilterBar, FilterDate } from "@/components/ui/filter-bar";
import { Segmented } from "@/components/ui/segmented";
import type { ClauseNote } from "./clause-notes";
import type { TalkingPointFacts } from "./load-talking-point";
import { talkingPointHref } from "./talking-point-href";

type TextControlsProps = {
  facts: TalkingPointFacts;
  notes: readonly ClauseNote[];
  /** At so many clauses something is still open. */
  open: number;
};

/** Which language, clean or with what changed, how many clauses are equal, and what the margin holds. */
export function TextControls({ facts, notes, open }: TextControlsProps) {
  const t = useTranslations("talkingPoints.text");
  const amending = useTranslations("amendments.point");
  const { point, choice, since } = facts;
  const earlier = point.versions.map(({ number }) => number).filter((it) => it < point.number);
  const latest = since ?? Math.max(...earlier);
  const href = (changed: Record<string, string | number | undefined>) => {
    const query = new URLSearchParams();
    const next = { text: choice.text, since: since ?? undefined, open: choice.open, asOf: choice.asOf, ...changed };
    for (const [key, value] of Object.entries(next)) if (value !== undefined) query.set(key, String(value));
    const at = talkingPointHref(point.slug);
    return query.size > 0 ? `${at}?${query}#text` : `${at}#text`;
  };
  const equal = point.text.clauses.filter(({ parity }) => parity.state === "equal").length;
  const counts = (["reservation", "objection", "standAside", "amendment", "contest", "remark"] as const)
    .map((kind) => [kind, notes.filter((note) => note.kind === kind).length] as const)
    .filter(([, count]) => count > 0);
  return (
    <div
      id="text"
      className="no-print mt-8 flex flex-wrap items-center gap-x-4 gap-y-2 pb-3 text-small [&_.filters]:border-0 [&_.filters]:p-0"
    >
      <Segmented
        label={t("language")}
        segments={[
          { href: href({ text: "en" }), label: t("english"), current: choice.text === "en" },
          { href: href({ text: undefined }), label: t("both"), current: choice.text === undefined },
          { href: href({ text: "fr" }), label: t("french"), current: choice.text === "fr" },
        ]}
      />
      {earlier.length > 0 && (
        <Segmented
          label={t("changes")}
          segments={[
            { href: href({ since: undefined }), label: t("clean"), current: since === null },
            { href: href({ since: latest }), label: t("changesSince", { version: latest }), current: since !== null },
          ]}
        />
      )}
      <Segmented
        label={t("clauses")}
        segments={[
          { href: href({ open: undefined }), label: t("all"), current: choice.open === undefined },
          { href: href({ open: "true" }), label: t("onlyOpen", { count: open }), current: choice.open === "true" },
        ]}
      />
      <FilterBar
        label={t("asOf")}
        keep={{ text: choice.text, since: since === null ? undefined : String(since), open: choice.open }}
      >
        <FilterDate label={t("asOf")} name="asOf" value={choice.asOf} />
      </FilterBar>
      <span className="text-ink-2">{t("equalIn", { equal, count: point.text.clauses.length })}</span>
      <span className="ml-auto flex flex-wrap gap-x-4 text-ink-2">
        <b className="text-pen">{t("inMargin")}</b>
        {counts.length === 0 && <span>{t("marginEmpty")}</span>}
        {counts.map(([kind, count]) => (
          <span key={kind}>
            {kind === "amendment" ? amending("waiting", { count }) : t(`counted.${kind}`, { count })}
          </span>
        ))}
      </span>
    </div>
  );
}
