import { useLocale, useTranslations } from "next-intl";
import { Reauthenticate } from "@/components/forms/reauthenticate";
import { ProvideMessages } from "@/components/layout/client-catalogue/provide-messages";
import { longDay } from "@/components/ui/format-moment";
import { Section } from "@/components/ui/section";
import { Stamp } from "@/components/ui/stamp";
import { Table } from "@/components/ui/table";
import type { Invitation } from "@/lib/organizations/schema.people";
import { InvitationActions } from "./invitation-actions";
import { InviteForm } from "./invite-form";

type InvitationSectionProps = { slug: string; invitations: readonly Invitation[] | null; commitNow: boolean };

/** Who was asked and has not answered, and the form that asks. */
export function InvitationSection({ slug, invitations, commitNow }: InvitationSectionProps) {
  const t = useTranslations("membership.invite");
  const locale = useLocale();
  const on = (at: string) => <time dateTime={at}>{longDay(new Date(at), locale)}</time>;
  if (!invitations) {
    return (
      <Section title={t("title")}>
        <p className="pt-3 text-ink-2">{t("mayNot")}</p>
      </Section>
    );
  }
  return (
    <Section title={t("title")} count={invitations.length}>
      <p className="max-w-[64ch] py-3 text-ink-2">{t("lede")}</p>
      {invitations.length === 0 ? (
        <p>{t("none")}</p>
      ) : (
        <Table
          caption={t("caption")}
          rows={invitations}
          rowKey={({ id }) => id}
          columns={[
            { key: "email", label: t("email"), head: true, cell: ({ email }) => email },
            {
              key: "state",
              label: t("state"),
              cell: ({ state }) => (
                <Stamp kind={state === "waiting" ? "plain" : "retired"}>{t(`states.${state}`)}</Stamp>
              ),
            },
            { key: "sent", label: t("sentAt"), cell: ({ sentAt }) => on(sentAt) },
            { key: "until", label: t("until"), cell: ({ expiresAt }) => on(expiresAt) },
            {
              key: "act",
              label: t("act"),
              cell: ({ id, email }) => (
                <ProvideMessages of={["accounts.reauthenticate", "membership.invite", "stances"]}>
                  <InvitationActions slug={slug} id={id} email={email} commitNow={commitNow} />
                </ProvideMessages>
              ),
            },
          ]}
        />
      )}
      <div className="no-print max-w-[560px] pt-6">
        <ProvideMessages of={["accounts.reauthenticate", "membership.invite", "stances"]}>
          {commitNow ? <InviteForm slug={slug} /> : <Reauthenticate />}
        </ProvideMessages>
      </div>
    </Section>
  );
}
