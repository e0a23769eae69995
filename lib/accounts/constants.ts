/** Constants that forms need too, kept apart from zod so that the browser does not load it. */
export const tokenScopes = ["read", "draft", "commit"] as const;
export const hourStyles = ["h24", "h12"] as const;
/** About three and a half hours with the queue's ever longer pauses; later a sign-in link is useless. */
export const signInLinkAttempts = 9;
export const maxTokenDays = 90;
