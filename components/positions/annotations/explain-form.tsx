"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { BilingualField } from "@/components/forms/bilingual-field";
import { readProblem } from "@/components/forms/read-problem";
import { Reauthenticate } from "@/components/forms/reauthenticate";
import { RestoredNotice } from "@/components/forms/restored-notice";
import type { FormValues } from "@/components/forms/saved-values";
import { SignPanel } from "@/components/forms/sign-panel";
import { bindField, useAutosave } from "@/components/forms/use-autosave";
import { Button } from "@/components/ui/button";
import { RadioCards } from "@/components/ui/radio-cards";
import { api } from "@/lib/api/client";
import { explanationWordLimit } from "@/lib/positions/constants";
import type { PositionKey, Visibility } from "@/lib/positions/schema";
import type { Explaining } from "@/lib/positions/schema.annotations";
import { ActionError } from "../../forms/action-error";
import { useAction } from "../../forms/use-action";
import { useVisibilityOptions } from "./use-visibility-options";

type ExplainFormProps = {
  positionKey: PositionKey;
  explaining: Explaining;
  revision: number;
  organization: string;
  mandate: string | null;
  /** Whose words are kept on this device. */
  writer: string;
};

/** Why the position is taken, in at most 150 words a language; kept on this device until it is signed. */
export function ExplainForm({ positionKey, explaining, revision, organization, mandate, writer }: ExplainFormProps) {
  const t = useTranslations("positions.annotations.explain");
  const { text, waitingText, visibility, version, needsFreshSignIn, mayMakePublic } = explaining;
  const current = waitingText ?? text;
  const initial = useMemo(() => ({ en: current?.en ?? "", fr: current?.fr ?? "", visibility }), [current, visibility]);
  const saved = useAutosave<FormValues>(
    `concerted:explanation:${writer}:${positionKey.organization}/${positionKey.proposition}`,
    initial,
  );
  const { values, change } = saved;
  const cards = useVisibilityOptions(organization, mayMakePublic);
  const sign = useAction(
    () =>
      api.positions.annotations.explain.call(
        {
          ...positionKey,
          revision,
          text: { ...(values.en?.trim() && { en: values.en }), ...(values.fr?.trim() && { fr: values.fr }) },
          visibility: values.visibility as Visibility,
        },
        { context: version === 0 ? { ifNoneMatch: true } : { ifMatch: version } },
      ),
    ({ explaining: now }) => {
      saved.clear();
      return t(now?.waiting ? "signedOnce" : "signed");
    },
  );
  const mistakes = sign.error ? readProblem(sign.error).mistakes : [];
  return (
    <SignPanel
      title={t("title", { organization })}
      organization={organization}
      mandate={mandate}
      actions={
        needsFreshSignIn ? (
          <Reauthenticate primary />
        ) : (
          <Button variant="primary" loading={sign.isPending} onClick={() => sign.mutate()}>
            {t("sign")}
          </Button>
        )
      }
    >
      <div className="grid gap-4">
        {saved.restored && <RestoredNotice text={t("restored")} drop={t("drop")} onDrop={() => saved.reset()} />}
        <BilingualField
          name="text"
          id="explanation"
          label={t("text")}
          hint={t("hint")}
          rows={5}
          words
          wordLimit={explanationWordLimit}
          required={false}
          bind={(language) => bindField(language, values, change)}
          errorAt={(field) => mistakes.find((it) => it.field === field)?.message}
        />
        <RadioCards
          name="explanationReaders"
          label={t("readers")}
          cards={cards}
          value={values.visibility}
          onChange={(value) => change("visibility", value)}
        />
        <p>{t("consequence", { organization })}</p>
        <ActionError error={sign.error} onReread={sign.reset} />
      </div>
    </SignPanel>
  );
}
