import { EmptyState } from "@/components/ui/empty-state";
import { ButtonLink } from "@/components/ui/link";

/** No row fits; the way back to all of them. */
export function NothingFound({ children, back, href }: { children: string; back: string; href: string }) {
  return <EmptyState action={<ButtonLink href={href}>{back}</ButtonLink>}>{children}</EmptyState>;
}
