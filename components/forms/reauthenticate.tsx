"use client";

import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { ErrorBlock } from "@/components/ui/error-block";
import { KeyRound } from "@/components/ui/icons";
import { ButtonLink } from "@/components/ui/link";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { freshMinutes } from "@/lib/platform/session/durations";
import { passkeyErrorOf } from "./passkey-error";

type ReauthenticateProps = {
  /** Through the sign-in page and back to where one is. */
  href: string;
  /** What the link is called where there is no other way. */
  label: string;
  primary?: boolean | undefined;
  children?: ReactNode;
};

/** Two ways to prove who one is before a commitment: a passkey, where there is one, on this page; or the mail. */
export function Reauthenticate({ href, label, primary, children }: ReauthenticateProps) {
  const t = useTranslations("accounts.reauthenticate");
  const router = useRouter();
  const { data: passkeys } = useQuery(api.passkeys.list.queryOptions({ input: { limit: 1 } }));
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      const { startAuthentication } = await import("@simplewebauthn/browser");
      const optionsJSON = await api.passkeys.beginProof.call();
      const signed = await startAuthentication({ optionsJSON: optionsJSON as PublicKeyCredentialRequestOptionsJSON });
      const { id, rawId, type, response } = signed;
      const clientExtensionResults = { ...signed.clientExtensionResults };
      return api.passkeys.prove.call({ response: { id, rawId, type, response, clientExtensionResults } });
    },
    onSuccess: () => {
      showToast(t("proved", { minutes: freshMinutes }));
      router.refresh();
    },
  });
  const fault = error && passkeyErrorOf(error);
  const detail = fault === "told" ? readProblem(error).detail : null;
  const passkey = (passkeys?.total ?? 0) > 0;
  return (
    <div className="grid gap-3">
      <div className="actions">
        {passkey && (
          <Button
            variant={primary ? "primary" : "plain"}
            icon={<KeyRound />}
            loading={isPending}
            onClick={() => mutate()}
          >
            {t("passkey")}
          </Button>
        )}
        <ButtonLink variant={passkey ? "text" : primary ? "primary" : "plain"} href={href}>
          {passkey ? t("link") : label}
        </ButtonLink>
        {children}
      </div>
      {fault && <ErrorBlock live title={fault === "told" ? (detail ?? t("offline")) : t(fault)} />}
    </div>
  );
}
