/**
 * Stands in every page before the app, in words that the oldest browsers understand: says at once, instead of after the patience of
 * `not-started.css`, that the app will not come, because its code did not arrive or is not understood.
 */
const root = document.documentElement;

function tell(why: 'old' | 'failed'): void {
  root.setAttribute('data-not-started', why);
}

if (!('noModule' in document.createElement('script'))) tell('old');

window.addEventListener(
  'error',
  (event) => {
    const { target } = event;
    if (target instanceof HTMLScriptElement) {
      if (target.type === 'module') tell('failed');
    } else if (root.hasAttribute('data-written') && event instanceof ErrorEvent) {
      tell(event.error instanceof SyntaxError ? 'old' : 'failed');
    }
  },
  true,
);
