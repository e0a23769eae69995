/** What is selected on the page, and the language it stands in there; null for nothing. */
export function readSelection(): { text: string; language: "en" | "fr" | null } | null {
  const selection = window.getSelection();
  const text = selection?.toString().trim();
  if (!selection || !text) return null;
  const from = selection.anchorNode;
  const element = from instanceof Element ? from : from?.parentElement;
  const lang = element?.closest("[lang]")?.getAttribute("lang")?.slice(0, 2);
  return { text, language: lang === "en" || lang === "fr" ? lang : null };
}
