const slashKey = "slash-off";

/** A key pressed alone may be somebody's slip, or their speech: it can be turned off. */
export function isSlashOn(): boolean {
  try {
    return localStorage.getItem(slashKey) === null;
  } catch {
    return true;
  }
}

export function turnSlash(on: boolean) {
  try {
    if (on) localStorage.removeItem(slashKey);
    else localStorage.setItem(slashKey, "1");
  } catch {
    // Storage may be refused; the key then stays as it is.
  }
}

export const isApple = () => /Mac|iPhone|iPad/.test(navigator.platform);

const writing = "input, textarea, select, [contenteditable]:not([contenteditable='false'])";

/** Whether a key opens search: Ctrl K (Cmd K) anywhere, and / outside of fields. Not over another sheet. */
export function opensSearch(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.isComposing || document.querySelector("dialog[open]")) return false;
  if (event.key.toLowerCase() === "k" && !event.shiftKey && !event.altKey)
    return isApple() ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey;
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return false;
  return !(event.target instanceof Element && event.target.closest(writing)) && isSlashOn();
}
