import { useMutation } from "@tanstack/react-query";
import { showToast } from "@/components/ui/toast";
import { useRouter } from "@/lib/platform/i18n/navigation";
import type { Position } from "@/lib/positions/schema";

/** One act on a position: acknowledged with a sentence, then the page is read anew. */
export function useAction<Answer = Position, Input = void>(
  run: (input: Input) => Promise<Answer>,
  formatToast: (now: Answer) => string,
) {
  const router = useRouter();
  return useMutation({
    mutationFn: run,
    onSuccess: (now) => {
      showToast(formatToast(now));
      router.refresh();
    },
  });
}
