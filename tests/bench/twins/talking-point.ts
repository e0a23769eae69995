import { unasked } from "@/bin/bench/twins/unasked";
import { db } from "@/lib/platform/db";

const organizationName = { slug: true, nameEn: true } as const;

export const readTalkingPoint = (slug: string) =>
  db.talkingPoint.findUniqueOrThrow({
    ...unasked,
    where: { slug },
    select: {
      id: true,
      slug: true,
      status: true,
      reviewBy: true,
      regimeAreas: true,
      currentVersion: true,
      proposedBy: { select: organizationName },
      leads: { select: { organization: { select: organizationName } } },
      sources: { orderBy: { sort: "asc" }, select: { libraryItem: { select: { slug: true, titleEn: true } } } },
      steps: {
        orderBy: { number: "asc" },
        select: { status: true, at: true, organization: { select: organizationName } },
      },
      versions: {
        orderBy: { number: "desc" },
        select: {
          number: true,
          digest: true,
          titleEn: true,
          titleFr: true,
          summaryEn: true,
          createdAt: true,
          themes: { select: { theme: { select: { slug: true, titleEn: true } } } },
          propositions: {
            select: {
              proposition: {
                select: { slug: true, number: true, versions: { orderBy: { number: "desc" }, take: 1 } },
              },
            },
          },
          clauses: { orderBy: { number: "asc" }, include: { parity: { orderBy: { number: "desc" }, take: 1 } } },
          endorsements: {
            orderBy: { number: "asc" },
            include: {
              organization: { select: organizationName },
              joins: { include: { joinedBy: { select: organizationName } } },
            },
          },
        },
      },
    },
  });

export type Read = Awaited<ReturnType<typeof readTalkingPoint>>;
export type Version = Read["versions"][number];

/** The last answer of each organization to these words. */
export const lastAnswers = ({ endorsements }: Version) =>
  [...new Map(endorsements.map((it) => [it.organization.slug, it])).values()].filter((it) => it.kind !== "withdrawn");
