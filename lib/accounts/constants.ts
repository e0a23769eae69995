/** What one chooses from, without the shapes that check it: a form needs the first alone. */
export const tokenScopes = ["read", "draft", "commit"] as const;
export const hourStyles = ["h24", "h12"] as const;
export const maxTokenDays = 90;
