import { clsx } from "clsx";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { SequencePart } from "@/lib/briefings/schema";
import { briefingHref } from "./briefing-href";
import { RuleStamp } from "./briefing-stamps";
import { useMeetingTime } from "./use-meeting-time";

type SequenceCellsProps = { sequence: readonly SequencePart[]; current: string };

/** The caucus, the room and the debrief beside each other, in the order in which one goes to them. */
export function SequenceCells({ sequence, current }: SequenceCellsProps) {
  const t = useTranslations("briefings");
  if (sequence.length < 2) return null;
  return (
    <section aria-label={t("page.sequence")} className="mt-4 border-ink border-t-[1.5px]">
      <ol className="grid md:auto-cols-fr md:grid-flow-col print:auto-cols-fr print:grid-flow-col">
        {sequence.map((part, index) => (
          <li
            key={part.slug}
            className={clsx(
              "grid content-start gap-1 py-3 md:px-4 md:first:pl-0",
              index > 0 && "border-rule max-md:border-t md:border-l",
            )}
            {...(part.slug === current && { "aria-current": "page" })}
          >
            <Cell part={part} number={index + 1} isCurrent={part.slug === current} />
          </li>
        ))}
      </ol>
    </section>
  );
}

function Cell({ part, number, isCurrent }: { part: SequencePart; number: number; isCurrent: boolean }) {
  const t = useTranslations("briefings");
  const { inShort } = useMeetingTime();
  const name = `${number}. ${t(`part.${part.part}`)}`;
  return (
    <>
      <span className="font-semibold">
        <bdi>{isCurrent ? name : <Link href={briefingHref(part.slug)}>{name}</Link>}</bdi>{" "}
        {isCurrent && <span className="font-normal text-ink-3 text-small">{t("page.this")}</span>}
      </span>
      <span>{part.time ? inShort(part.time, part.zone) : t("page.undated")}</span>
      <span className="text-ink-2 text-small">
        {part.offices > 0 ? t("page.withOffices", { count: part.offices }) : t("page.guests")}
      </span>
      <span>
        <RuleStamp rule={part.attribution} />
      </span>
    </>
  );
}
