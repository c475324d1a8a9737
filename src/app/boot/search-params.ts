/** All values are plain text: a router that reads `?code=1e3` as a number would hand on another code. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}

export function stringifySearch(search: Record<string, unknown>): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value) params.set(name, String(value));
  }
  const text = params.toString();
  return text && `?${text}`;
}
