/** Nothing to do at the start. Without this file the build would take the product's own, in the folder above. */
export function register() {}
