"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionError } from "@/components/forms/action-error";
import { Button } from "@/components/ui/button";
import { RadioCards } from "@/components/ui/radio-cards";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { type Audience, audiences } from "@/lib/organizations/schema.people";
import { useRouter } from "@/lib/platform/i18n/navigation";

/** Whether the network can see that one acts for the organization. */
export function VisibilityForm({ slug, id, shownTo }: { slug: string; id: string; shownTo: Audience }) {
  const t = useTranslations("membership");
  const router = useRouter();
  const [chosen, setChosen] = useState(shownTo);
  const show = useMutation(
    api.organizations.people.show.mutationOptions({
      onSuccess: ({ shownTo: now }) => {
        showToast(t("visibility.saved", { who: t(`people.shownTo.${now}`) }));
        router.refresh();
      },
    }),
  );
  return (
    <form
      method="dialog"
      className="no-print grid gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        show.mutate({ slug, id, shownTo: chosen });
      }}
    >
      <RadioCards
        name="shownTo"
        label={t("visibility.title")}
        cards={audiences.map((value) => ({
          value,
          label: t(`visibility.${value}`),
          hint: t(`visibility.${value}Hint`),
        }))}
        value={chosen}
        onChange={(value) => setChosen(audiences.find((it) => it === value) ?? shownTo)}
      />
      <div className="actions">
        <Button type="submit" loading={show.isPending}>
          {t("visibility.save")}
        </Button>
      </div>
      <ActionError error={show.error} onReread={show.reset} />
    </form>
  );
}
