import { waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { endPretendPush, pretendPush } from '../../../testing/pretend-push.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { createApiClient } from '../../api/client.ts';
import type { DemoState } from '../../api/demo-calls.ts';
import { readWake } from '../../db/core/metadata.ts';
import { useNotices } from '../../state/notices.ts';
import { DemoPanel } from './demo-panel.tsx';

const ID = '5f0c7d8e-0000-4000-8000-000000000001';

function demoState(): DemoState {
  return {
    now: '2026-11-25T12:00:00.000Z',
    requests: [
      {
        id: ID,
        citizenId: 'c_maria',
        reference: 'EC-2026-0000124',
        receivedAt: '2026-11-25T12:00:00.000Z',
        dueOn: '2026-12-11',
        state: 'registered',
        description: '<img src=x onerror=alert(1)>',
        commits: 1,
        attachments: [],
      },
    ],
    told: [
      { citizenId: 'c_maria', endpoint: 'https://fcm.googleapis.com/x', language: 'pt-PT', saysDate: true },
    ],
    uploads: [],
    faults: { latencyMs: 0, errorRate: 0, dropRate: 0, lostAnswerRate: 0, offline: false },
    representations: [
      {
        citizenId: 'c_joao',
        name: 'João Modelo',
        representedId: 'c_alice',
        representedName: 'Alice Modelo',
        isActive: true,
      },
    ],
  };
}

afterEach(endPretendPush);

/** Records the panel's calls, and answers them as the pretend server would. */
function listen() {
  const calls: { path: string; body: unknown }[] = [];
  const faults = { refuses: false };
  let held: Promise<void> | undefined;
  const api = createApiClient('http://demo.test', async (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/demo/state') return Response.json(demoState());
    calls.push({ path: pathname, body: await request.json() });
    await held;
    return new Response(null, { status: faults.refuses ? 500 : 204 });
  });
  /** Holds up what is answered from now on, until the returned function is called. */
  function hold(): () => void {
    let letGo = () => {};
    held = new Promise((resolve) => {
      letGo = resolve;
    });
    return () => letGo();
  }
  return { api, calls, faults, hold };
}

async function renderPanel() {
  const db = openMemoryDatabase();
  const server = listen();
  const page = await renderFeature(<DemoPanel initial={null} />, { db, api: server.api });
  await page.screen.findByText('O servidor de demonstração está em 25 de novembro de 2026 às 12:00.');
  return { ...page, ...server, db };
}

test('moving the clock and playing the clerk reach the pretend server, and sync is asked for the news', async () => {
  const { screen, user, calls, db } = await renderPanel();
  await user.click(screen.getByRole('button', { name: 'Avançar 5 dias úteis' }));
  await user.click(screen.getByRole('button', { name: 'Responder EC-2026-0000124' }));
  await user.click(screen.getByRole('checkbox', { name: 'Sem ligação' }));
  await waitFor(() => expect(calls).toHaveLength(3));
  expect(calls).toEqual([
    { path: '/demo/clock', body: { workingDays: 5 } },
    { path: '/demo/office', body: { requestId: ID, action: 'answer' } },
    { path: '/demo/faults', body: { offline: true } },
  ]);
  await waitFor(async () => expect(await readWake(db)).toBe(3));
  // Whatever part of a long page is on the screen, it shows that something was done.
  expect(useNotices.getState().notice?.text).toBe('Feito.');
});

test('an index leads to every part of the panel, which is many screens long on a phone', async () => {
  const { screen } = await renderPanel();
  const links = within(screen.getByRole('navigation', { name: 'Nesta página' })).getAllByRole('link');
  const parts = screen.getAllByRole('heading', { level: 2 });
  expect(links.map((link) => link.textContent)).toEqual(parts.map((part) => part.textContent));
  expect(links.map((link) => link.getAttribute('href'))).toEqual(parts.map(({ id }) => `#${id}`));
});

test('faults are typed as percentages and sent as rates', async () => {
  const { screen, user, calls } = await renderPanel();
  const lost = screen.getByRole('textbox', { name: 'Respostas que se perdem à volta (%)' });
  await user.clear(lost);
  await user.type(lost, 'metade');
  await user.click(screen.getByRole('button', { name: 'Aplicar avarias' }));
  expect(lost).toBeInvalid();
  expect(calls).toEqual([]);

  await user.clear(lost);
  await user.type(lost, '50');
  await user.click(screen.getByRole('button', { name: 'Aplicar avarias' }));
  const body = { latencyMs: 0, errorRate: 0, dropRate: 0, lostAnswerRate: 0.5 };
  await waitFor(() => expect(calls).toEqual([{ path: '/demo/faults', body }]));
});

test('while requests are being added the button waits, and a second press adds no more', async () => {
  const { screen, user, calls, hold } = await renderPanel();
  const letGo = hold();
  const add = screen.getByRole('button', { name: 'Juntar pedidos' });
  await user.click(add);
  await waitFor(() => expect(add).toHaveAttribute('aria-busy', 'true'));
  await user.click(add);
  letGo();
  await waitFor(() => expect(add).not.toHaveAttribute('aria-busy'));
  expect(calls).toEqual([{ path: '/demo/seed', body: { niss: '10000000000', count: 10 } }]);
});

test('a representation is ended for the one it is about', async () => {
  const { screen, user, calls } = await renderPanel();
  expect(screen.getByText('João Modelo pode agir em nome de Alice Modelo.')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Terminar a representação de Alice Modelo' }));
  const body = { citizenId: 'c_joao', representedId: 'c_alice', isActive: false };
  await waitFor(() => expect(calls).toEqual([{ path: '/demo/representation', body }]));
});

test('a pretend server that refuses is told, and the panel stays', async () => {
  const { screen, user, faults } = await renderPanel();
  faults.refuses = true;
  await user.click(screen.getByRole('button', { name: 'Começar de novo' }));
  const words = 'O servidor de demonstração não fez o que pediu. Tente de novo.';
  expect(await screen.findByText(words, { selector: 'p' })).toBeVisible();
  expect(useNotices.getState().notice?.text).toBe(words);
  expect(screen.getByRole('button', { name: 'Começar de novo' })).toBeVisible();
  expect(document.querySelector('main img')).toBeNull();
});

test('a device that is told shows the very notification, and of what is no news none', async () => {
  const browser = pretendPush({ endpoint: 'https://fcm.googleapis.com/x' });
  const { screen, user, calls } = await renderPanel();
  await user.click(screen.getByRole('button', { name: 'Analisar EC-2026-0000124' }));
  await waitFor(() => expect(calls).toHaveLength(1));
  await user.click(screen.getByRole('button', { name: 'Fazer uma pergunta EC-2026-0000124' }));
  await waitFor(() => expect(browser.shown).toHaveLength(1));
  expect(browser.shown[0]).toMatch(/^Há novidades no e-Clic\. Responda até \d{1,2} de \p{Ll}+$/u);
});
