import { useLocale, useTranslations } from "next-intl";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { lastDay, longDay } from "@/components/ui/format-moment";
import { Stamp, type StampKind } from "@/components/ui/stamp";
import { Table } from "@/components/ui/table";
import type { GrantedMandate } from "@/lib/mandates/schema";
import { commits } from "@/lib/organizations/rules";
import { noonOf } from "@/lib/platform/time/noon-of";
import { RevokeMandate } from "./revoke-mandate";

type MandateTableProps = {
  slug: string;
  name: string;
  mandates: readonly GrantedMandate[];
  commitNow: boolean;
  twoSign: boolean;
};

const stamps: Record<GrantedMandate["state"], StampKind> = {
  in_force: "usable",
  expired: "retired",
  revoked: "retired",
};

/** One mandate a line: whose, what for, on whose authority, from when to when, and how it is today. */
export function MandateTable({ slug, name, mandates, commitNow, twoSign }: MandateTableProps) {
  const t = useTranslations("mandates");
  const membership = useTranslations("membership.people");
  const uiText = useTranslations("ui");
  const locale = useLocale();
  const list = new Intl.ListFormat(locale);
  const called = ({ person }: GrantedMandate) => person.name ?? uiText("unnamed");
  const powersOf = ({ powers }: GrantedMandate) => list.format(powers.map((power) => t(`power.${power}`)));
  const inLanguage = ({ en, fr }: GrantedMandate["instrument"]) => (locale === "fr" ? (fr ?? en) : (en ?? fr)) ?? "";
  const dayIn = (at: string) => longDay(new Date(at), locale);
  const over = ({ revokedAt, expiresAt }: GrantedMandate) =>
    revokedAt ? dayIn(revokedAt) : expiresAt && lastDay(new Date(expiresAt), locale);
  return (
    <Table
      caption={t("list.caption", { name })}
      rows={mandates}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "person",
          label: t("list.person"),
          head: true,
          cell: (it) => (
            <span className="flex flex-wrap items-center gap-2">
              {called(it)} {it.viewer.self && <Stamp kind="pen">{uiText("you")}</Stamp>}
            </span>
          ),
        },
        { key: "powers", label: t("list.powers"), cell: powersOf },
        {
          key: "themes",
          label: t("list.themes"),
          cell: ({ themes }) =>
            themes === null ? t("list.everyTheme") : list.format(themes.map(({ title }) => title[locale])),
        },
        {
          key: "authority",
          label: t("list.authority"),
          cell: (it) => (
            <>
              {t("list.authorityText", {
                authorizedBy: inLanguage(it.authorizedBy),
                instrument: inLanguage(it.instrument),
                day: longDay(noonOf(it.instrumentDate), locale),
              })}
              {it.selfAuthorized && (
                <span className="block pt-1">
                  <Stamp kind="caution">{t("list.self")}</Stamp>{" "}
                  <span className="text-small text-ink-3">{t("list.selfLong")}</span>
                </span>
              )}
            </>
          ),
        },
        {
          key: "validity",
          label: t("list.validity"),
          cell: (it) => {
            const [from, until] = [dayIn(it.validFrom), over(it)];
            return until ? t("list.until", { from, day: until }) : t("list.from", { day: from });
          },
        },
        {
          key: "state",
          label: t("list.state"),
          width: "8.5rem",
          cell: ({ state }) => <Stamp kind={stamps[state]}>{t(`list.states.${state}`)}</Stamp>,
        },
        {
          key: "act",
          label: membership("act"),
          cell: (it) =>
            it.viewer.mayRevoke && (
              <ProvideMessages
                of={["accounts.reauthenticate", "mandates.revoke", "membership.lastSignatory", "stances"]}
              >
                <RevokeMandate
                  mandate={{ slug, id: it.id }}
                  name={called(it)}
                  powers={powersOf(it)}
                  own={it.viewer.self}
                  commitNow={commitNow}
                  proposes={twoSign && !it.viewer.self && commits(it.powers)}
                />
              </ProvideMessages>
            ),
        },
      ]}
    />
  );
}
