import { ENGINES } from '../browsers/browser.ts';

export interface Proof {
  row: string;
  engine: string;
  isProved: boolean;
  /** Whether the gate proves the row; otherwise only the full run does. */
  isInGate: boolean;
}

const NAMES = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit (GTK)' };

/** A row for each thing that is proved, a column for each engine. */
export function drawMatrix(proofs: readonly Proof[], versions: ReadonlyMap<string, string>): string {
  const rows = [...new Set(proofs.map(({ row }) => row))];
  const heads = ENGINES.map((engine) => `${NAMES[engine]} ${versions.get(engine) ?? ''}`.trim());

  function cell(row: string, engine: string): string {
    const here = proofs.filter((proof) => proof.row === row && proof.engine === engine);
    if (here.length === 0) return '–';
    return here.every(({ isProved }) => isProved) ? '✓' : '✗';
  }
  const level = (row: string) =>
    proofs.some((proof) => proof.row === row && proof.isInGate) ? 'gate' : 'all';

  return `# Browsers

Written by \`npm run test:all -- browsers\`: each row is tried in each engine by \`e2e/engines\`, with the production build, over real HTTP, with a server that is killed and started again. A dash: not tried. *Gate*: in Firefox and WebKit
with each \`npm test\`, in Chromium by other tests; *all*: by \`npm run test:all\`. What a browser does beyond the page is in [reach.md](reach.md).

| row | runs in | ${heads.join(' | ')} |
|---|---|${ENGINES.map(() => '---|').join('')}
${rows.map((row) => `| ${row} | ${level(row)} | ${ENGINES.map((engine) => cell(row, engine)).join(' | ')} |`).join('\n')}

## What no automation proves there, and why

- **Safari itself**, on iPhone, iPad and Mac: WebKitGTK is the same engine with another network, another window and another keyboard. There, Tab leaves links out unless the person asks for them (Option and Tab, or
  *Settings, Advanced, Press Tab to highlight each item*); in WebKitGTK it does not. Every step of the main job is a field or a button, but for *Criar pedido*.
- **Seven days without a visit**, after which Safari may forget what a site keeps: no driver moves that clock. The page says so to whoever writes there.
- **WebKit with a profile and a driver at once**: the driver only has windows that keep nothing. The row about the killed browser is tried in the same MiniBrowser by a user script, which writes as an editor does and not
  by keys. So is the console, which WebKit does not tell of a private window: a guest's pages, each opened by an address;
  that it does not know \`manifest-src\` and \`interactive-widget\`, which it says in every page, is let pass. Of Firefox's own warnings (not the page's) none counts: leaving a page that still loads makes some. All other rows of WebKit are by keys and clicks, in such a window.
- **An iPhone’s own window**: what is under its notch, its line and its keyboard is tried in Chromium with the same insets and sizes (\`e2e/http/phones.spec.ts\`), as are icon, name and address of the
  installed app. That its window opens white until the app draws, that the sign-in outlives the app’s end, and how its edge bounces, is for somebody with such a phone.
- **The file picker, the share sheet and what a telephone's camera hands over**: files are given to the field by the driver.

## What was looked at

\`npm run screens -- engines\` takes ten pages in each engine at 1280 and 360 px. Looked at side by side on 26 November 2026: the same words in the same places. What differs is the browser’s own: Chromium’s scroll bar
takes 15 px, so that the steps stand under *Voltar* and no longer beside it; Firefox underlines Portuguese words where it has no Portuguese dictionary; lines break at other words, since each spreads them
evenly in its own way; WebKitGTK speaks the machine’s language whatever it is told, so English is offered.
`;
}
