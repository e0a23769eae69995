import { clsx } from "clsx";

/** The first twelve figures of a digest, in fours, as people read them to each other; the whole of it is in the title. */
export function DigestChip({ digest }: { digest: string }) {
  const short = digest.slice(0, 12).replace(/(.{4})(?=.)/g, "$1 ");
  return (
    <code className="code" title={digest}>
      {short}
    </code>
  );
}

type CodeChipProps = { code: string; name: string; out?: boolean | undefined };

/** A name in a tight place: its code to the eye, its name to a screen reader. Names are never cut. */
export function CodeChip({ code, name, out }: CodeChipProps) {
  return (
    <abbr title={name} aria-label={name} className={clsx("code-org no-underline", out && "code-org-out")}>
      {code}
    </abbr>
  );
}
