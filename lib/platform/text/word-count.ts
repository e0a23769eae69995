/** Words as a reader counts them: runs of letters or figures, so that "l’eau" is one and a lone dash is none. */
export const countWords = (text: string) => text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’\-–.@/]*/gu)?.length ?? 0;
