import { Link } from "@/components/ui/link";

/** Two strokes, ink and pen, each with an arm toward the other: the words and the people. */
function LogoDrawing() {
  return (
    <svg viewBox="0 0 15 22" aria-hidden="true">
      <path fill="var(--ink)" d="M0 0h2v22H0zM2 5h9v2H2z" />
      <path fill="var(--pen)" d="M13 0h2v22h-2zM5 15h8v2H5z" />
    </svg>
  );
}

export function Logo({ name, label }: { name: string; label: string }) {
  return (
    <Link href="/" className="mark" aria-label={label}>
      <LogoDrawing />
      <span>{name}</span>
    </Link>
  );
}
