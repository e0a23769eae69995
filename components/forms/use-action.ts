import { useMutation } from "@tanstack/react-query";
import { showToast } from "@/components/ui/toast";
import { useRouter } from "@/lib/platform/i18n/navigation";

/** Runs one action: shows a toast, then reloads the page's data. */
export function useAction<Answer, Input = void>(
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
