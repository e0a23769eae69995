import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { longDay } from "@/components/ui/format-moment";
import { Stamp } from "@/components/ui/stamp";
import { Table, type TableColumn } from "@/components/ui/table";
import type { ActingPerson } from "@/lib/organizations/schema.people";
import type { PeopleFacts } from "./load-people";
import { RemovePerson } from "./remove-person";

type PeopleTableProps = { slug: string; name: string } & Pick<PeopleFacts, "people" | "viewer">;

/** One person a line; since when, what they may do and who knows it, where that is for the reader. */
export function PeopleTable({ slug, name, people, viewer }: PeopleTableProps) {
  const t = useTranslations("membership.people");
  const mandates = useTranslations("mandates.power");
  const uiText = useTranslations("ui");
  const locale = useLocale();
  const list = new Intl.ListFormat(locale);
  const called = (it: ActingPerson) => it.name ?? uiText("unnamed");
  const powersOf = ({ powers }: ActingPerson) => list.format((powers ?? []).map((power) => mandates(`${power}`)));
  const known: TableColumn<ActingPerson>[] = [
    {
      key: "since",
      label: t("since"),
      cell: ({ since }) => since && <time dateTime={since}>{longDay(new Date(since), locale)}</time>,
    },
    { key: "may", label: t("may"), cell: (it) => powersOf(it) || t("nothing") },
    {
      key: "shown",
      label: t("shown"),
      cell: ({ shownTo }) => shownTo && t(`shownTo.${shownTo}`),
    },
  ];
  const act: TableColumn<ActingPerson> = {
    key: "act",
    label: t("act"),
    cell: (it) =>
      it.viewer.mayRemove &&
      it.id && (
        <ProvideMessages
          of={[
            "accounts.reauthenticate",
            "membership.invite",
            "membership.lastSignatory",
            "membership.remove",
            "stances",
          ]}
        >
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
      caption={t("caption", { name })}
      rows={people}
      rowKey={(it) => it.id ?? called(it)}
      columns={[
        {
          key: "name",
          label: t("name"),
          head: true,
          cell: (it) => (
            <span className="flex flex-wrap items-center gap-2">
              {called(it)} {it.viewer.self && <Stamp kind="pen">{uiText("you")}</Stamp>}
            </span>
          ),
        },
        ...(viewer.belongs ? known : []),
        ...(people.some((it) => it.viewer.mayRemove) ? [act] : []),
      ]}
    />
  );
}
