"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useMemo, useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import { Button } from "@/components/ui/button";
import { FieldErrors } from "@/components/ui/field-errors";
import { ButtonLink } from "@/components/ui/link";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { signaturesNeeded } from "@/lib/organizations/rules";
import type { OrganizationDetail } from "@/lib/organizations/schema";
import { useRouter } from "@/lib/platform/i18n/navigation";
import type { FormValues } from "../forms/saved-values";
import { useAutosave } from "../forms/use-autosave";
import { ProfileFields, type ProfileOptions } from "./profile-fields";
import { toChange, valuesOf } from "./profile-values";

type ProfileFormProps = ProfileOptions & { organization: OrganizationDetail };

/** Saved on the version that was read; what somebody else changed meanwhile is never written over unseen. */
export function ProfileForm({ organization, ...options }: ProfileFormProps) {
  const t = useTranslations("organizations.profile");
  const router = useRouter();
  const { slug, version } = organization;
  const [attempt, setAttempt] = useState(0);
  const before = useMemo(() => valuesOf(organization), [organization]);
  const saved = useAutosave<FormValues>(`concerted:profile:${slug}`, before);
  const here = `/organizations/${slug}`;
  const save = useMutation({
    mutationFn: async () => {
      const { signOffKind, ...rest } = toChange(slug, before, saved.values);
      const proposes =
        signOffKind !== undefined && signaturesNeeded(signOffKind) < signaturesNeeded(organization.signOffKind);
      const change = proposes || signOffKind === undefined ? rest : { ...rest, signOffKind };
      // What takes one signature is saved at once; the rule waits for a second signatory.
      if (Object.keys(change).length > 1)
        await api.organizations.change.call(change, { context: { ifMatch: version } });
      if (proposes) await api.organizations.changes.proposeRule.call({ slug, signOffKind });
      return proposes;
    },
    onSuccess: (proposed) => {
      saved.clear();
      showToast(t(proposed ? "ruleProposed" : "saved"));
      router.push(here);
      router.refresh();
    },
  });
  const { mistakes } = readProblem(save.error);
  return (
    <form
      method="dialog"
      noValidate
      className="grid max-w-[720px] gap-7 pt-2"
      onSubmit={(event) => {
        event.preventDefault();
        setAttempt(attempt + 1);
        save.mutate();
      }}
    >
      <FieldErrors errors={mistakes} attempt={attempt} />
      <ProfileFields
        {...options}
        joint={organization.signOffKind === "joint"}
        mayListPublicly={organization.viewer.mayListPublicly || organization.listing === "public"}
        values={saved.values}
        change={saved.change}
        errors={Object.fromEntries(mistakes.map(({ field, message }) => [field, message]))}
      />
      <div className="grid gap-3">
        <ActionError error={save.error} onReread={save.reset} />
        <div className="actions">
          <Button type="submit" variant="primary" loading={save.isPending}>
            {t("save")}
          </Button>
          <ButtonLink href={here} variant="text">
            {t("back")}
          </ButtonLink>
        </div>
      </div>
    </form>
  );
}
