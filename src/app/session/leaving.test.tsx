import { waitFor } from '@testing-library/react';
import { expect, it, onTestFinished } from 'vitest';
import { writeCompleteDraft } from '../../../testing/builders.ts';
import { manualClock } from '../../../testing/manual-clock.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { signInAtServer } from '../../../testing/sign-in.ts';
import { forgetCitizen } from '../../db/core/device-database.ts';

const WORDS = 'Quando recebo a pensão?';

/** The clock stands still: however slow the machine, the page waits for the sign-in page. */
async function openListOfMaria(clock = manualClock(new Date())) {
  const rendered = await renderApp({ at: '/ajuda', clock });
  const { services, scope, router } = rendered.app;
  await services.session.reconcile();
  await services.session.enter(await signInAtServer(services.api), false);
  const db = scope.database();
  if (!db) throw new Error('Nobody is here');
  await writeCompleteDraft(db, WORDS);
  await router.navigate({ to: '/pedidos' });
  await rendered.screen.findByText(new RegExp(WORDS.slice(0, -1)));
  return rendered;
}

/** Records what the page shows from now on, each heading or words once and in order. */
function watchPages(): () => string[] {
  const seen: string[] = [];
  function look() {
    const main = document.querySelector('main');
    const heading = main?.querySelector('h1')?.textContent ?? '';
    const words = main?.textContent?.includes(WORDS) ? WORDS : '';
    const shown = [heading, words].filter(Boolean).join(': ');
    if (seen.at(-1) !== shown) seen.push(shown);
  }
  look();
  const changes = new MutationObserver(look);
  changes.observe(document.body, { childList: true, subtree: true, characterData: true });
  onTestFinished(() => changes.disconnect());
  return () => seen;
}

const WHOLE = [`Os meus pedidos: ${WORDS}`, 'Iniciar sessão'];

it.each(['keep', 'erase'] as const)(
  'whoever signs out (%s) sees their page whole until the sign-in page is there',
  async (choice) => {
    const { app, screen } = await openListOfMaria();
    const seen = watchPages();
    await app.services.session.leave(choice);
    await screen.findByRole('heading', { level: 1, name: 'Iniciar sessão' });
    expect(seen()).toEqual(WHOLE);
  },
);

it('so does whoever signs out in another tab', async () => {
  const { app, screen } = await openListOfMaria();
  const seen = watchPages();
  await forgetCitizen(app.device, 'andKeep');
  await screen.findByRole('heading', { level: 1, name: 'Iniciar sessão' });
  expect(seen()).toEqual(WHOLE);
});

it('where the code of the sign-in page does not come, their words are gone within a second all the same', async () => {
  const clock = manualClock(new Date());
  const { app } = await openListOfMaria(clock);
  const seen = watchPages();
  app.router.options.context.holdNavigation = () => new Promise(() => {});
  const left = app.services.session.leave('erase');
  await waitFor(() => expect(app.router.state.status).toBe('pending'));
  clock.pass(1000);
  await left;
  await waitFor(() => expect(seen()).toEqual([WHOLE[0], '']));
});
