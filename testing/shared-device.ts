import { within } from '@testing-library/react';
import Dexie from 'dexie';
import { expect } from 'vitest';
import { attachPdf, writeCompleteDraft } from './builders.ts';
import { manualClock } from './manual-clock.ts';
import { createTestServer, renderApp } from './render-app.tsx';
import { signInAtServer } from './sign-in.ts';

export const WORDS_OF_MARIA = 'A minha doença e a minha morada';
export const OF_MARIA = /Maria|10000000000|•|\*000|doença|morada|atestado|abono/i;

/** Signs Maria in on a shared device, where she begins a draft with a file. */
export async function openShared({
  at = '/pedidos',
  clock = manualClock(new Date()),
  calls = [] as string[],
  onForget = () => {},
} = {}) {
  const real = createTestServer();
  const server = (request: Request) => {
    const { pathname, search } = new URL(request.url);
    if (request.method !== 'GET') calls.push(`${request.method} ${pathname}${search}`);
    if (search === '?forget=device') onForget();
    return real(request);
  };
  const rendered = await renderApp({ at: '/ajuda', server, clock });
  const { services, scope } = rendered.app;
  await services.session.reconcile();
  await services.session.enter(await signInAtServer(services.api), true);
  const db = scope.database();
  if (!db) throw new Error('Nobody is here');
  const draftId = await writeCompleteDraft(db, WORDS_OF_MARIA);
  await attachPdf(db, draftId, undefined, 'atestado-maria.pdf');
  await rendered.app.router.navigate({ href: at });
  await within(rendered.screen.getByRole('banner')).findByText('Maria Exemplo');
  return { ...rendered, server, clock, db, draftId };
}

/** Returns everything that this origin keeps, as text. In these tests the pretend server keeps its own memory elsewhere. */
export async function readEverythingKept(): Promise<string> {
  const kept: unknown[] = [{ ...localStorage }, { ...sessionStorage }];
  for (const name of await Dexie.getDatabaseNames()) {
    const db = await new Dexie(name).open();
    for (const table of db.tables) kept.push(name, table.name, await table.toArray());
    db.close();
  }
  return JSON.stringify(kept);
}

export async function expectNothingLeft(): Promise<void> {
  expect(await readEverythingKept()).not.toMatch(OF_MARIA);
}
