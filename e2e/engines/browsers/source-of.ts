/** A function as a text for the page. What tsx, unlike the test runner, adds to functions to keep their names is there too. */
export function sourceOf(script: (...args: never[]) => unknown): string {
  return `(() => { const __name = (given) => given; return ${script}; })()`;
}
