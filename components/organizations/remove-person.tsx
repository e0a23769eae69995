"use client";

import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActProblem } from "@/components/positions/act-problem";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { tell } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import { useRouter } from "@/lib/platform/i18n/navigation";
import { AgainHere } from "./again-here";

type RemovePersonProps = {
  slug: string;
  id: string;
  name: string;
  organization: string;
  /** What they may do now, in words; empty for nothing. */
  powers: string;
  commitNow: boolean;
};

/** Ends somebody's part in an organization. Everything that follows is said before the button. */
export function RemovePerson({ slug, id, name, organization, powers, commitNow }: RemovePersonProps) {
  const t = useTranslations("acting.remove");
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const remove = useMutation(
    api.organizations.people.end.mutationOptions({
      onSuccess: () => {
        setAsking(false);
        tell(t("done", { name, organization }));
        router.refresh();
      },
    }),
  );
  const follows = [
    t("access", { name, organization }),
    t("mandates", { powers: powers || "none" }),
    t("invitations", { name }),
    t("stays"),
  ];
  return (
    <>
      <Button small variant="danger" aria-label={t("of", { name })} onClick={() => setAsking(true)}>
        {t("verb")}
      </Button>
      <Dialog
        open={asking}
        onClose={() => setAsking(false)}
        title={t("title", { name })}
        actions={
          commitNow && (
            <Button variant="danger" loading={remove.isPending} onClick={() => remove.mutate({ slug, id })}>
              {t("button", { name })}
            </Button>
          )
        }
      >
        <div className="grid gap-3">
          <p className="font-semibold">{t("follows")}</p>
          <ul className="list-disc pl-5">
            {follows.map((it) => (
              <li key={it}>{it}</li>
            ))}
          </ul>
          {!commitNow && <AgainHere path={`/organizations/${slug}/people`} />}
          <ActProblem error={remove.error} onReread={remove.reset} />
        </div>
      </Dialog>
    </>
  );
}
