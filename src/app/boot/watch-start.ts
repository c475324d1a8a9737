/**
 * Stands in every page before the app, in words that the oldest browsers understand: says at once, instead of after the patience of
 * `not-started.css`, that the app will not come, because its code did not arrive or is not understood.
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
