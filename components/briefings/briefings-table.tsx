import { useLocale, useTranslations } from "next-intl";
import { CodeChip } from "@/components/ui/code-chip";
import { longDay } from "@/components/ui/format-moment";
import { Link } from "@/components/ui/link";
import { Table, type TableColumn } from "@/components/ui/table";
import type { Briefing } from "@/lib/briefings/schema";
import { noonOf } from "@/lib/platform/time/noon-of";
import { briefingHref } from "./briefing-href";
import { PhaseStamps, RuleStamp } from "./briefing-stamps";
import { MeetingTime } from "./meeting-time";
import { useBriefingTitle } from "./use-briefing-title";
import { useMeetingTime } from "./use-meeting-time";

type TableProps = { caption: string; items: readonly Briefing[]; zone: string };

/** Meetings in rows; the caucus and the debrief of one stand on its own row. */
export function BriefingsTable({ caption, items, zone }: TableProps) {
  const t = useTranslations("briefings.list");
  const locale = useLocale();
  const columns: TableColumn<Briefing>[] = [
    { key: "title", label: t("column.title"), head: true, cell: (it) => <Title briefing={it} /> },
    { key: "when", label: t("column.when"), cell: (it) => <When briefing={it} zone={zone} /> },
    { key: "state", label: t("column.state"), cell: (it) => <PhaseStamps briefing={it} /> },
    { key: "rule", label: t("column.rule"), cell: (it) => <RuleStamp rule={it.attribution} /> },
    {
      key: "host",
      label: t("column.host"),
      cell: ({ host }) => <CodeChip code={host.code} name={host.name[locale]} />,
    },
  ];
  return <Table caption={caption} columns={columns} rows={items} rowKey={(it) => it.slug} />;
}

function Title({ briefing }: { briefing: Briefing }) {
  const t = useTranslations("briefings");
  const titleOf = useBriefingTitle();
  const { organizations, offices } = briefing;
  return (
    <span className="grid max-w-[56ch] gap-0.5">
      <Link href={briefingHref(briefing.slug)} className="justify-self-start font-semibold">
        <bdi>{titleOf(briefing)}</bdi>
      </Link>
      <span className="font-normal text-ink-2 text-small">
        {t(`kind.${briefing.kind}`)}; {t("list.invited", { organizations, offices })}
      </span>
    </span>
  );
}

function When({ briefing, zone }: { briefing: Briefing; zone: string }) {
  const t = useTranslations("briefings");
  const locale = useLocale();
  const { inShort } = useMeetingTime();
  const { dueOn, overdue, parts } = briefing;
  const due = dueOn && !overdue && briefing.time === null ? longDay(noonOf(dueOn), locale) : null;
  return (
    <span className="grid gap-0.5">
      <MeetingTime meeting={briefing} own={zone} missing={t("list.undated")} />
      {due && <span className="text-ink-3 text-small">{t("list.due", { day: due })}</span>}
      {parts.map((part) => (
        <Link key={part.slug} href={briefingHref(part.slug)} className="min-h-6 justify-self-start text-small">
          {t("time.on", {
            day: t(`part.${part.part}`),
            time: part.time ? inShort(part.time, part.zone) : t("list.undated"),
          })}
        </Link>
      ))}
    </span>
  );
}
