/**
 * Runs in every page before the app, in JavaScript that the oldest browsers understand. It says at once that the app will not come, because its
 * code did not arrive or is not understood; without it, the page says so only after the delay in `not-started.css`.
 */
const { dataset } = document.documentElement;

function tell(why: 'old' | 'failed'): void {
  dataset.notStarted = why;
}

if (!('noModule' in HTMLScriptElement.prototype)) tell('old');

window.addEventListener(
  'error',
  ({ target, error }) => {
    if (target instanceof HTMLScriptElement) {
      if (target.type === 'module') tell('failed');
    } else if (error && dataset.written !== undefined) {
      tell(error instanceof SyntaxError ? 'old' : 'failed');
    }
  },
  true,
);
