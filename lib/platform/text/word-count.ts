/**
 * Words as a reader counts them, in the browser and on the server alike: what stands between spaces and has a letter or a
 * figure in it. « » and : cost nothing, and "c’est-à-dire" is one word.
 */
export const countWords = (text: string) => text.split(/\s+/).filter((it) => /[\p{L}\p{N}]/u.test(it)).length;
