/** How Prisma reads relations unasked: a statement for each. The twins are what somebody writes who does not look further. */
export const unasked = { relationLoadStrategy: "query" } as const;
