import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { showToast } from "@/components/ui/toast";
import type { ClosingChange, ClosingList } from "./use-closing-list";

/** Changes the list and says what was done. Changes wait for one another, wherever on the page they were asked for. */
export function useKeepClosingDays({ send }: ClosingList) {
  const t = useTranslations("closingDays.keep");
  return useMutation({
    scope: { id: "closingDays" },
    mutationFn: send,
    onSuccess: (_, { added, removed = [] }: ClosingChange) => {
      const replaced = added.length === 1 && removed.length === 1;
      showToast(replaced ? t("replaced") : t("saved", { added: added.length, removed: removed.length }).trim());
    },
  });
}
