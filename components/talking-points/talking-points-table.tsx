import { useLocale, useTranslations } from "next-intl";
import { CodeChip } from "@/components/ui/code-chip";
import { longDay } from "@/components/ui/format-moment";
import { InOneLanguage } from "@/components/ui/in-one-language";
import { Link } from "@/components/ui/link";
import { Stamp } from "@/components/ui/stamp";
import { Table, type TableColumn } from "@/components/ui/table";
import { useCodeLabel } from "@/components/ui/use-code-label";
import { toUrlWithParams } from "@/lib/platform/http/query-params";
import { noonOf } from "@/lib/platform/time/noon-of";
import { responses } from "@/lib/talking-points/constants";
import type { TalkingPoint } from "@/lib/talking-points/schema";
import { StatusStamps } from "./status-stamp";
import { talkingPointHref } from "./talking-point-href";

type ThemeName = { slug: string; title: { en: string; fr: string } };
/** `asOf`: the day that the list is read as of, and so the points that it leads to. */
type TableProps = { items: readonly TalkingPoint[]; themes: readonly ThemeName[]; asOf?: string | undefined };

export function TalkingPointsTable({ items, themes, asOf }: TableProps) {
  const t = useTranslations("talkingPoints.list");
  const locale = useLocale();
  const columns: TableColumn<TalkingPoint>[] = [
    {
      key: "title",
      label: t("column.title"),
      head: true,
      cell: (it) => <Title point={it} themes={themes} asOf={asOf} />,
    },
    { key: "status", label: t("column.status"), cell: (it) => <StatusStamps point={it} /> },
    { key: "answers", label: t("column.answers"), cell: (it) => <Answers point={it} /> },
    {
      key: "lead",
      label: t("column.lead"),
      cell: ({ leads }) => (
        <span className="flex flex-wrap gap-1">
          {leads.map(({ code, slug, name }) => (
            <CodeChip key={slug} code={code} name={name[locale]} />
          ))}
        </span>
      ),
    },
    { key: "review", label: t("column.review"), cell: ({ reviewBy }) => longDay(noonOf(reviewBy), locale) },
  ];
  return <Table caption={t("title")} columns={columns} rows={items} rowKey={(it) => it.id} />;
}

type TitleProps = { point: TalkingPoint } & Omit<TableProps, "items">;

function Title({ point, themes, asOf }: TitleProps) {
  const t = useTranslations("talkingPoints.list");
  const kinds = useTranslations("talkingPoints.kind");
  const codes = useCodeLabel();
  const locale = useLocale();
  const { slug, title, kind, regimeAreas, viewer } = point;
  const about = [
    ...regimeAreas.map((area) => codes("regimeArea", area)),
    ...themes.filter((it) => point.themes.includes(it.slug)).map((it) => it.title[locale]),
  ];
  return (
    <span className="grid max-w-[60ch] gap-0.5">
      <Link href={toUrlWithParams(talkingPointHref(slug), { asOf })} className="justify-self-start font-semibold">
        <InOneLanguage text={title} missing={t("untitled")} />
      </Link>
      <span className="text-small font-normal text-ink-2">{[...new Set(about)].join(", ")}</span>
      <span className="flex flex-wrap gap-1.5">
        {kind === "norm" && <Stamp>{kinds("norm")}</Stamp>}
        {viewer.needs.length > 0 && <Stamp kind="pen">{t("needsUs")}</Stamp>}
      </span>
    </span>
  );
}

/** Four answers and what is missing, in words: a number alone would make silence look like assent. */
function Answers({ point: { answers, status } }: { point: TalkingPoint }) {
  const t = useTranslations("talkingPoints.list.counted");
  if (status === "draft") return null;
  const given = responses.filter((it) => answers[it] > 0);
  const missing = (["to_confirm", "not_answered"] as const).filter((it) => answers[it] > 0);
  return (
    <ul className="grid text-small">
      {given.map((it) => (
        <li key={it}>{t(it, { count: answers[it] })}</li>
      ))}
      {missing.map((it) => (
        <li key={it} className="text-ink-3">
          {t(it, { count: answers[it] })}
        </li>
      ))}
    </ul>
  );
}
