/** Two roles: one owns the tables and changes them, the other is all that the running app may be. */
export const owner = "concerted_owner";
export const app = "concerted_app";
