import { loadUpdates } from "./load-updates";
import { UpdatesList } from "./updates-list";

/** Updates from members, as a part of the page of their meeting. A meeting with an office has none. */
export async function UpdatesSection({ slug }: { slug: string }) {
  const updates = await loadUpdates(slug);
  const { kind, part } = updates.briefing;
  return kind === "civil_society" && part === "meeting" ? <UpdatesList updates={updates} place="section" /> : null;
}
