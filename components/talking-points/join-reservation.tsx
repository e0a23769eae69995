"use client";

import { useLocale, useTranslations } from "next-intl";
import { ActionError } from "@/components/forms/action-error";
import { Reauthenticate } from "@/components/forms/reauthenticate";
import { SignPanel } from "@/components/forms/sign-panel";
import { useAction } from "@/components/forms/use-action";
import { useAuthorityText } from "@/components/positions/use-authority-text";
import { Button } from "@/components/ui/button";
import { ConfirmDetails } from "@/components/ui/confirm-details";
import { PenLine } from "@/components/ui/icons";
import { api } from "@/lib/api/client";
import type { OrganizationName } from "@/lib/organizations/schema";
import type { JoinAct } from "./joining";

type JoinReservationProps = {
  /** Whose reservation, at the step and to the words that are shown. */
  reservation: { id: string; version: number; digest: string; step: number; organization: OrganizationName };
  act: JoinAct;
};

/** Says for an organization that it shares a reservation, in exactly the words above, or that it no longer does. */
export function JoinReservation({ reservation, act }: JoinReservationProps) {
  const t = useTranslations("talkingPoints.join");
  const locale = useLocale();
  const { own, joined, waiting, mayJoin } = act;
  const name = own.organization.name[locale];
  return (
    <div className="no-print grid gap-1">
      {waiting && <p>{t(waiting === "mine" ? "waitsAfterYou" : "waitsForYou", { organization: name })}</p>}
      {mayJoin && (
        <ConfirmDetails label={t("join", { organization: own.organization.short[locale] })}>
          <Join reservation={reservation} act={act} />
        </ConfirmDetails>
      )}
      {(joined || waiting) && (
        <ConfirmDetails label={t(joined ? "leave" : "cancel", { organization: own.organization.short[locale] })}>
          <Leave reservation={reservation} act={act} />
        </ConfirmDetails>
      )}
    </div>
  );
}

function Join({ reservation, act: { own, waiting } }: JoinReservationProps) {
  const t = useTranslations("talkingPoints.join");
  const locale = useLocale();
  const authority = useAuthorityText();
  const { organization, ...shown } = reservation;
  const { slug, name } = own.organization;
  const signsOnce = own.signatures > 1 && !waiting;
  const join = useAction(
    () => api.talkingPoints.endorsements.join.call({ ...shown, organization: organization.slug, onBehalfOf: slug }),
    () => t(signsOnce ? "signedOnce" : "signed", { organization: name[locale] }),
  );
  return (
    <SignPanel
      title={t("title", { organization: name[locale] })}
      organization={name[locale]}
      mandate={authority(own.mandate)}
      version={t("version", { version: shown.version })}
      digest={shown.digest}
      actions={
        own.needsFreshSignIn ? (
          <Reauthenticate primary />
        ) : (
          <Button variant="primary" icon={<PenLine />} loading={join.isPending} onClick={() => join.mutate()}>
            {t("sign")}
          </Button>
        )
      }
    >
      <p>{t("follows", { organization: name[locale], of: organization.name[locale] })}</p>
      {signsOnce && <p>{t("two", { organization: name[locale] })}</p>}
      <ActionError error={join.error} onReread={join.reset} />
    </SignPanel>
  );
}

function Leave({ reservation, act: { own, joined } }: JoinReservationProps) {
  const t = useTranslations("talkingPoints.join");
  const locale = useLocale();
  const { slug, name } = own.organization;
  const leave = useAction(
    () =>
      api.talkingPoints.endorsements.leave.call({
        ...{ id: reservation.id, organization: reservation.organization.slug, onBehalfOf: slug },
      }),
    () => t("left", { organization: name[locale] }),
  );
  return (
    <>
      {joined && <p>{t("leaveFollows", { organization: name[locale] })}</p>}
      {own.needsFreshSignIn ? (
        <Reauthenticate />
      ) : (
        <div>
          <Button variant="danger" loading={leave.isPending} onClick={() => leave.mutate()}>
            {t(joined ? "leaveNow" : "cancelNow")}
          </Button>
        </div>
      )}
      <ActionError error={leave.error} onReread={leave.reset} />
    </>
  );
}
