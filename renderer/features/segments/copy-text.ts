/** Puts text on the clipboard; false where the browser doesn't let it. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Refused without a permission or a focused window; the caller says so.
    return false;
  }
}
