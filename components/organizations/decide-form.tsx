"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import { Reauthenticate } from "@/components/forms/reauthenticate";
import { Button } from "@/components/ui/button";
import { FieldErrors } from "@/components/ui/field-errors";
import { Link } from "@/components/ui/link";
import { RadioCards } from "@/components/ui/radio-cards";
import { TextArea } from "@/components/ui/text-area";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import type { DecisionOption, Membership } from "@/lib/organizations/schema.membership";
import { useRouter } from "@/lib/platform/i18n/navigation";
import type { FormValues } from "../forms/saved-values";
import { bindField, useAutosave } from "../forms/use-autosave";
import { formatEffects, formatOption } from "./format-decision";

type DecideFormProps = { slug: string; admission: Pick<Membership, "status" | "choices" | "needsFreshSignIn"> };

const keyOf = ({ decision, as }: DecisionOption) => (as ? `${decision}-${as}` : decision);
const nothing = { choice: "", reason: "" };

/** Decides on a membership. The consequences are shown in numbers before the button. */
export function DecideForm({ slug, admission: { status, choices, needsFreshSignIn } }: DecideFormProps) {
  const t = useTranslations("membership.status");
  const router = useRouter();
  const { values, change, reset } = useAutosave<FormValues>(`concerted:decision:${slug}`, nothing);
  const chosen = choices.find((it) => keyOf(it) === values.choice);
  const asksWhy = chosen?.decision === "refuse" || chosen?.decision === "suspend";
  const act = useMutation(
    api.organizations.decide.mutationOptions({
      onSuccess: ({ slug: now }) => {
        if (chosen) showToast(t("decided", { what: formatOption(t, chosen, status) }));
        reset();
        // Read anew under the address from before, the page would be empty until it has led on.
        if (now === slug) router.refresh();
        else router.replace(`/organizations/${now}/admission`);
      },
    }),
  );
  const { mistakes } = readProblem(act.error);
  const cards = choices.map((it) => ({
    value: keyOf(it),
    label: formatOption(t, it, status),
    hint: t(`meaning.${it.becomes}`),
  }));
  return (
    <form
      method="dialog"
      noValidate
      className="grid max-w-[640px] gap-5"
      onSubmit={(event) => {
        event.preventDefault();
        if (!chosen) return;
        const { decision, as } = chosen;
        const reason = (values.reason ?? "").trim();
        act.mutate({ slug, decision, ...(as && { as }), ...(reason && { reason }) });
      }}
    >
      <FieldErrors errors={mistakes} />
      <RadioCards
        name="choice"
        label={<span className="sr-only">{t("question")}</span>}
        cards={cards}
        value={values.choice ?? null}
        onChange={(value) => change("choice", value)}
      />
      <div aria-live="polite">{chosen ? <Follows choice={chosen} /> : <p className="text-ink-2">{t("pick")}</p>}</div>
      {chosen && !chosen.obstacle && (
        <TextArea
          label={asksWhy ? t("reason") : t("reasonOptional")}
          hint={t("reasonHint")}
          optional={!asksWhy}
          error={mistakes.find((it) => it.field === "reason")?.message}
          {...bindField("reason", values, change)}
        />
      )}
      {chosen && needsFreshSignIn && !chosen.obstacle && <Reauthenticate primary />}
      {chosen && !needsFreshSignIn && !chosen.obstacle && (
        <div className="actions">
          <Button
            type="submit"
            variant={["refuse", "suspend", "leave"].includes(chosen.decision) ? "danger" : "primary"}
            loading={act.isPending}
          >
            {formatOption(t, chosen, status)}
          </Button>
        </div>
      )}
      <ActionError error={act.error} onReread={act.reset} />
    </form>
  );
}

function Follows({ choice }: { choice: DecisionOption }) {
  const t = useTranslations("membership.status");
  if (choice.obstacle) {
    return (
      <div className="notice notice-amber">
        <p>{t(`obstacle.${choice.obstacle}`)}</p>
        <p>
          <Link href="/organizations/convener">{t("toConvener")}</Link>
        </p>
      </div>
    );
  }
  const effects = formatEffects(t, choice);
  return (
    <div className="notice notice-pen">
      <p className="font-semibold">{t("follows")}</p>
      {effects.length === 0 ? (
        <p>{t("nothing")}</p>
      ) : (
        <ul className="list-disc pl-5">
          {effects.map((effect) => (
            <li key={effect}>{effect}</li>
          ))}
        </ul>
      )}
    </div>
  );
}
