import { ButtonLink } from "@/components/ui/link";

/** No row fits; the way back to all of them. The sentence is the heading of an otherwise empty part. */
export function NothingFound({ children, back, href }: { children: string; back: string; href: string }) {
  return (
    <div className="grid justify-items-start gap-3 pt-8">
      <h2 className="font-ui text-body font-normal tracking-normal">{children}</h2>
      <ButtonLink href={href}>{back}</ButtonLink>
    </div>
  );
}
