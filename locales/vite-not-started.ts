import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { LANGUAGES, SOURCE_LANGUAGE } from '../src/state/kept-preferences.ts';
import { BROWSERS_MEANT } from '../src/testing/browser-line.ts';
import type words from './pt-PT/not-started.json';

type Words = typeof words;

const PHONE = '<a href="tel:+351300502502">300 502 502</a>';

/**
 * What a page says, in HTML alone and in every language, while the app has not come: seen when JavaScript is off, when code does not arrive or is
 * not understood, and after a while of waiting (`src/ui/styles/not-started.css`, `src/app/pages/watch-start.ts`).
 */
export function notStarted(): Plugin {
  return {
    name: 'eclic-not-started',
    transformIndexHtml: {
      order: 'pre',
      handler: (html) => html.replace('<!-- not-started -->', writeNotStarted),
    },
  };
}

function writeNotStarted(): string {
  const all = LANGUAGES.map(({ code }) => ({ code, words: readWords(code) }));
  const without = all.map(({ code, words }) => `<section lang="${code}">${withoutScripts(words)}</section>`);
  const waiting = all.map(({ code, words }) =>
    code === SOURCE_LANGUAGE
      ? `<section lang="${code}">${whileWaiting(words)}</section>`
      : `<details lang="${code}" open><summary>${words.language}</summary>${whileWaiting(words)}</details>`,
  );
  return `<noscript><div class="not-started">${without.join('')}</div></noscript>
    <div class="not-started is-late">${waiting.join('')}</div>`;
}

function readWords(code: string): Words {
  const text = readFileSync(join(import.meta.dirname, code, 'not-started.json'), 'utf8');
  return JSON.parse(
    text.replaceAll('{{phone}}', '300 502 502').replaceAll('{{browsers}}', BROWSERS_MEANT.join(', ')),
  );
}

function withoutScripts({ noScript }: Words): string {
  return `<h2>${noScript.heading}</h2><p>${withPhone(noScript.text)}</p>`;
}

function whileWaiting({ waiting, old, todo, help }: Words): string {
  const items = todo.map((each) => `<li>${withPhone(each)}</li>`).join('');
  return `<div class="if-waiting"><h2>${waiting.heading}</h2><p>${waiting.text}</p></div>
<div class="if-old" hidden><h2>${old.heading}</h2><p>${old.text}</p></div>
<ul><li class="if-waiting">${waiting.todo}</li>${items}<li><a href="/ajuda">${help}</a></li></ul>`;
}

function withPhone(text: string): string {
  return text.replace('300 502 502', PHONE);
}
