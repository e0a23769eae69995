"use client";

import { useLocale, useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Reauthenticate } from "@/components/forms/reauthenticate";
import { SignPanel } from "@/components/forms/sign-panel";
import { Button } from "@/components/ui/button";
import { RadioCards } from "@/components/ui/radio-cards";
import { api } from "@/lib/api/client";
import type { PositionKey, Visibility } from "@/lib/positions/schema";
import type { Joining } from "@/lib/positions/schema.annotations";
import { ActionError } from "../../forms/action-error";
import { useAction } from "../../forms/use-action";
import { useVisibilityOptions } from "./use-visibility-options";

type JoinFormProps = {
  positionKey: PositionKey;
  joining: Joining;
  /** The words that were read. */
  digest: string;
  mandate: string | null;
  version: string;
  children: ReactNode;
};

/** Before an organization joins: which one, by what authority, to which exact words. */
export function JoinForm({ positionKey, joining, digest, mandate, version, children }: JoinFormProps) {
  const t = useTranslations("positions.annotations.join");
  const locale = useLocale();
  const { organization, needsFreshSignIn, mayMakePublic } = joining;
  const { slug } = organization;
  const name = organization.name[locale];
  const cards = useVisibilityOptions(organization.short[locale], mayMakePublic);
  const [visibility, setVisibility] = useState<Visibility>(joining.join?.visibility ?? "network");
  const join = useAction(
    () => api.positions.annotations.join.call({ ...positionKey, onBehalfOf: slug, digest, visibility }),
    ({ joining: now }) =>
      t(now.find((it) => it.organization.slug === slug)?.waiting ? "signedOnce" : "signed", { organization: name }),
  );
  return (
    <SignPanel
      title={t("title", { organization: name })}
      organization={name}
      mandate={mandate}
      version={version}
      digest={digest}
      actions={
        needsFreshSignIn ? (
          <Reauthenticate primary />
        ) : (
          <Button variant="primary" loading={join.isPending} onClick={() => join.mutate()}>
            {t("sign")}
          </Button>
        )
      }
    >
      <div className="grid gap-4">
        <div className="border-y border-rule py-4">{children}</div>
        <p>{t("consequence", { organization: name })}</p>
        <RadioCards
          name={`joinReaders-${slug}`}
          label={t("readers", { organization: name })}
          cards={cards}
          value={visibility}
          onChange={(value) => setVisibility(value as Visibility)}
        />
        <ActionError error={join.error} onReread={join.reset} />
      </div>
    </SignPanel>
  );
}
