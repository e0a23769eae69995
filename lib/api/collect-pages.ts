type Page<T> = { items: T[]; nextCursor: string | null };

/** All rows of a list that is shown whole, page by page. */
export async function collectPages<T>(
  list: (place: { limit: 100; cursor?: string }) => Promise<Page<T>>,
): Promise<T[]> {
  const rows: T[] = [];
  let cursor: string | null = null;
  do {
    const page: Page<T> = await list({ limit: 100, ...(cursor && { cursor }) });
    rows.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor);
  return rows;
}
