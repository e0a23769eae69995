/** Folds what a form stands in, and gives the focus back to what opened it. */
export function closeDetails(form: HTMLElement | null) {
  const details = form?.closest("details");
  details?.removeAttribute("open");
  details?.querySelector("summary")?.focus();
}
