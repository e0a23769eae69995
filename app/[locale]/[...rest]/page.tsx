import { notFound } from "next/navigation";

/** An address that nothing answers: the same page as for what one may not see. */
export default function Nothing() {
  notFound();
}
