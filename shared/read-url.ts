/** Undefined of what is no address. `URL.canParse` is younger than browsers that people still have. */
export function readUrl(text: string, base?: string): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
