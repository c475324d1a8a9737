/** Returns a function as text for the page. tsx, unlike Playwright, adds calls of `__name` to functions; the text brings its own, since the page has none. */
export function sourceOf(script: (...args: never[]) => unknown): string {
  return `(() => { const __name = (given) => given; return ${script}; })()`;
}
