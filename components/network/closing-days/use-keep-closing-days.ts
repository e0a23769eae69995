import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { showToast } from "@/components/ui/toast";
import { api } from "@/lib/api/client";
import type { ClosingDays, EnteredClosing } from "@/lib/network/schema.closing-days";
import { useRouter } from "@/lib/platform/i18n/navigation";

type Change = { added: readonly EnteredClosing[]; removed?: readonly EnteredClosing[] };

/** Adds to the list and takes out of it, in one step over the version that is on the page. */
export function useKeepClosingDays({ entered, version }: Pick<ClosingDays, "entered" | "version">) {
  const t = useTranslations("closingDays.keep");
  const router = useRouter();
  return useMutation({
    // What is added stands last, so that a mistake in it is found by its place.
    mutationFn: ({ added, removed = [] }: Change) =>
      api.administration.keepClosingDays.call(
        { entered: [...entered.filter((it) => !removed.includes(it)), ...added] },
        { context: { ifMatch: version } },
      ),
    onSuccess: (_, { added, removed = [] }) => {
      const replaced = added.length === 1 && removed.length === 1;
      showToast(replaced ? t("replaced") : t("saved", { added: added.length, removed: removed.length }).trim());
      router.refresh();
    },
  });
}

export type KeepMutation = ReturnType<typeof useKeepClosingDays>;
