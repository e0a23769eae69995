import { ActionError } from "@/components/forms/action-error";
import { readProblem } from "@/components/forms/read-problem";
import { ErrorBlock } from "@/components/ui/error-block";

/** Why a change was refused that has no fields of its own to point at: a list that grew too long, for one. */
export function KeepError({ keep }: { keep: { error: unknown; reset: () => void } }) {
  const [first] = keep.error ? readProblem(keep.error).mistakes : [];
  if (first) return <ErrorBlock live title={first.message} />;
  return <ActionError error={keep.error} onReread={keep.reset} />;
}
