"use client";

import type { PublicKeyCredentialRequestOptionsJSON } from "@simplewebauthn/browser";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { ErrorBlock } from "@/components/ui/error-block";
import { KeyRound } from "@/components/ui/icons";
import { ButtonLink } from "@/components/ui/link";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useSignInHref } from "@/lib/platform/i18n/here";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { freshMinutes } from "@/lib/platform/session/durations";
import { passkeyErrorOf } from "./passkey-error";

type ReauthenticateProps = {
  primary?: boolean | undefined;
  /** False where the page itself says why a recent sign-in is needed. */
  why?: boolean;
};

/** Re-authentication before a commitment: with a passkey on this page, where there is one, or by mail. */
export function Reauthenticate({ primary, why = true }: ReauthenticateProps) {
  const t = useTranslations("accounts.reauthenticate");
  const href = useSignInHref();
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
  const detail = fault === "reported" ? readProblem(error).detail : null;
  const passkey = (passkeys?.total ?? 0) > 0;
  return (
    <div className="grid gap-1.5">
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
          {t(passkey ? "link" : "signIn")}
        </ButtonLink>
      </div>
      {why && <p className="text-small text-ink-3">{t("why", { minutes: freshMinutes })}</p>}
      {fault && <ErrorBlock live title={fault === "reported" ? (detail ?? t("offline")) : t(fault)} />}
    </div>
  );
}
