import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { longDay } from "@/components/ui/format-moment";
import { Stamp } from "@/components/ui/stamp";
import { type TableColumn, Table } from "@/components/ui/table";
import type { ActingPerson } from "@/lib/organizations/schema.people";
import type { PeopleFacts } from "./load-people";
import { RemovePerson } from "./remove-person";

type PeopleTableProps = { slug: string; name: string } & Pick<PeopleFacts, "people" | "viewer">;

/** One person a line; since when, what they may do and who knows it, where that is for the reader. */
export function PeopleTable({ slug, name, people, viewer }: PeopleTableProps) {
  const t = useTranslations("acting");
  const locale = useLocale();
  const list = new Intl.ListFormat(locale);
  const called = (it: ActingPerson) => it.name ?? t("unnamed");
  const powersOf = ({ powers }: ActingPerson) => list.format((powers ?? []).map((power) => t(`power.${power}`)));
  const known: TableColumn<ActingPerson>[] = [
    {
      key: "since",
      label: t("people.since"),
      cell: ({ since }) => since && <time dateTime={since}>{longDay(new Date(since), locale)}</time>,
    },
    { key: "may", label: t("people.may"), cell: (it) => powersOf(it) || t("people.nothing") },
    {
      key: "shown",
      label: t("people.shown"),
      cell: ({ shownTo }) => shownTo && t(`people.shownTo.${shownTo}`),
    },
  ];
  const act: TableColumn<ActingPerson> = {
    key: "act",
    label: t("people.act"),
    cell: (it) =>
      it.viewer.mayRemove &&
      it.id && (
        <ProvideMessages of={["acting", "stances"]}>
          <RemovePerson
            slug={slug}
            id={it.id}
            name={called(it)}
            organization={name}
            powers={powersOf(it)}
            commitNow={viewer.commitNow}
          />
        </ProvideMessages>
      ),
  };
  return (
    <Table
      caption={t("people.caption", { name })}
      rows={people}
      rowKey={(it) => it.id ?? called(it)}
      columns={[
        {
          key: "name",
          label: t("people.name"),
          head: true,
          cell: (it) => (
            <span className="flex flex-wrap items-center gap-2">
              {called(it)} {it.viewer.self && <Stamp kind="pen">{t("you")}</Stamp>}
            </span>
          ),
        },
        ...(viewer.belongs ? known : []),
        ...(people.some((it) => it.viewer.mayRemove) ? [act] : []),
      ]}
    />
  );
}
