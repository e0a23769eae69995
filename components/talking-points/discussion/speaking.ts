import type { Option } from "@/components/ui/select";
import type { TalkingPointDetail } from "@/lib/talking-points/schema";
import type { CommentList } from "@/lib/talking-points/schema.comments";

/** Where somebody speaks, whose typing is kept on this device, and for which organizations they may speak here. */
export type Speaking = { point: string; writer: string; organizations: readonly Option[] };

type Facts = { point: TalkingPointDetail; discussion: CommentList; writer: string };

export const speakingOf = ({ point, discussion, writer }: Facts, locale: "en" | "fr"): Speaking => ({
  point: point.slug,
  writer,
  organizations: point.viewer.organizations
    .filter(({ organization }) => discussion.viewer.speaksFor.includes(organization.slug))
    .map(({ organization }) => ({ value: organization.slug, label: organization.name[locale] })),
});
