const isId = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

/** A point is named by its id or by the slug in its address. */
export const pointAt = (id: string) => (isId(id) ? { id } : { slug: id });
