/** The bounds of a threshold, without the shapes that check it: a form needs the first alone. */
export const fewest = { least: 2, most: 100 };
