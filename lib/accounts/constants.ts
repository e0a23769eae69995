/** Constants that forms need too, kept apart from zod so that the browser does not load it. */
export const tokenScopes = ["read", "draft", "commit"] as const;
export const hourStyles = ["h24", "h12"] as const;
export const maxTokenDays = 90;
