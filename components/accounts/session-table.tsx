import { useLocale, useTranslations } from "next-intl";
import { longDay } from "@/components/ui/format-moment";
import { Stamp } from "@/components/ui/stamp";
import { Table } from "@/components/ui/table";
import { useTimeOfDay } from "@/components/ui/use-time-of-day";
import type { Session } from "@/lib/accounts/schema";
import { DateTime } from "../ui/date-time";
import { EndSession } from "./end-session";
import { SignOut } from "./sign-out";

/** One's sessions by their times: nothing else is known of them. */
export function SessionTable({ sessions, zone }: { sessions: readonly Session[]; zone: string }) {
  const t = useTranslations("accounts.sessions");
  const locale = useLocale();
  const timeOfDay = useTimeOfDay();
  const formatMoment = (iso: string) => `${longDay(new Date(iso), locale)}, ${timeOfDay(new Date(iso))}`;
  return (
    <Table
      caption={t("caption")}
      rows={sessions}
      rowKey={({ id }) => id}
      selected={({ current }) => current}
      columns={[
        {
          key: "begun",
          label: t("begun"),
          head: true,
          cell: ({ signedInAt, current }) => (
            <>
              <DateTime at={signedInAt} zone={zone} /> {current && <Stamp kind="pen">{t("this")}</Stamp>}
            </>
          ),
        },
        { key: "seen", label: t("seen"), cell: ({ lastSeenAt }) => <DateTime at={lastSeenAt} zone={zone} /> },
        { key: "ends", label: t("ends"), cell: ({ expiresAt }) => <DateTime at={expiresAt} zone={zone} /> },
        {
          key: "act",
          label: t("act"),
          cell: ({ id, signedInAt, current }) =>
            current ? <SignOut look={{ small: true }} /> : <EndSession id={id} begun={formatMoment(signedInAt)} />,
        },
      ]}
    />
  );
}
