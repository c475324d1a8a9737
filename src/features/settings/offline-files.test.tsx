import { fireEvent } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { createMemoryCaches } from '../../../testing/memory-caches.ts';
import { createBuildServer } from '../../../testing/pretend-build.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { readKeptParts } from '../../db/storage/kept-parts.ts';
import { OfflineFiles } from './offline-files.tsx';

const BUTTON = { name: 'Ter tudo sem ligação' };
const buildId = import.meta.env.BUILD_ID;

let server: ReturnType<typeof createBuildServer>;

/** Sets up a device after a first visit. */
beforeEach(async () => {
  server = createBuildServer();
  server.deploy(buildId, {
    'app.html': '<script src="/assets/{id}/index.js"></script>',
    'assets/{id}/texts/en/common.json': { part: 'en', says: 'x'.repeat(3072) },
    'story/one.webp': { part: 'pictures', says: 'x'.repeat(1024) },
  });
  const caches = createMemoryCaches();
  vi.stubGlobal('caches', caches);
  vi.stubGlobal('fetch', server.fetch);
  await server.installOn(caches, buildId);
});

const open = async () => renderFeature(<OfflineFiles initial={await readKeptParts()} />);

function rowOf(term: HTMLElement): string | null | undefined {
  return term.nextElementSibling?.textContent;
}

async function readMissing(): Promise<string[] | undefined> {
  return (await readKeptParts())?.filter(({ missing }) => missing > 0).map(({ part }) => part);
}

test('what opens without a connection is told in words and size, and what does not', async () => {
  const { screen } = await open();
  expect(rowOf(screen.getByText('Disponível sem ligação'))).toBe(
    'todas as páginas, os temas, as respostas e os comprovativos, em português (1 kB)',
  );
  expect(rowOf(screen.getByText('Só com ligação'))).toBe('English e imagens da Ajuda (4 kB)');
  expect(screen.getByText('English')).toHaveAttribute('lang', 'en');
});

test('one press fetches all the rest, says how far it is, and that it is done to whoever does not see it', async () => {
  const { screen, user } = await open();
  await user.click(screen.getByRole('button', BUTTON));
  expect(await screen.findByText('Está tudo guardado neste dispositivo.', { selector: 'p' })).toHaveFocus();
  await expect
    .poll(() => screen.getByRole('status'))
    .toHaveTextContent('Está tudo guardado neste dispositivo.');
  expect(rowOf(screen.getByText('Disponível sem ligação'))).toContain('English e imagens da Ajuda (4 kB)');
  expect(screen.queryByText('Só com ligação')).toBeNull();
  expect(screen.queryByRole('button', BUTTON)).toBeNull();
});

test('whoever presses twice fetches it once', async () => {
  const asked: string[] = [];
  vi.stubGlobal('fetch', (path: string) => {
    asked.push(path);
    return server.fetch(path);
  });
  const { screen } = await open();
  const button = screen.getByRole('button', BUTTON);
  for (let press = 0; press < 2; press += 1) fireEvent.click(button);
  expect(await screen.findByText('Está tudo guardado neste dispositivo.', { selector: 'p' })).toBeVisible();
  expect(asked).toHaveLength(2);
});

test('what is on its way can be broken off; what has come stays, and the rest can be had later', async () => {
  vi.stubGlobal('fetch', (asked: string, { signal }: RequestInit) =>
    asked.includes('story')
      ? new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason)))
      : server.fetch(asked),
  );
  const { screen, user } = await open();
  await user.click(screen.getByRole('button', BUTTON));
  const bar = await screen.findByRole('progressbar', { name: 'A descarregar e a guardar…' });
  await expect.poll(() => bar).toHaveAttribute('value', '3072');
  await user.click(screen.getByRole('button', { name: 'Cancelar' }));
  expect(await screen.findByText('Cancelou. O que já veio está guardado.', { selector: 'p' })).toBeVisible();
  expect(screen.getByRole('button', BUTTON)).toHaveFocus();
  expect(rowOf(screen.getByText('Só com ligação'))).toBe('imagens da Ajuda (1 kB)');
});

test('where the line is lost, it is said what to do, and nothing that has come is lost', async () => {
  server.missing.add('story/one.webp');
  vi.stubGlobal('fetch', async (asked: string) => {
    if (asked.includes('story')) await expect.poll(readMissing).not.toContain('en');
    return server.fetch(asked);
  });
  const { screen, user } = await open();
  await user.click(screen.getByRole('button', BUTTON));
  expect(await screen.findByText(/^Não foi possível guardar tudo\./, { selector: 'p' })).toBeVisible();
  expect(rowOf(screen.getByText('Só com ligação'))).toBe('imagens da Ajuda (1 kB)');
});

test('a browser that keeps nothing of e-Clic says so', async () => {
  vi.stubGlobal('caches', undefined);
  const { screen } = await open();
  expect(screen.getByText(/^Este dispositivo ainda não guardou o e-Clic\./)).toBeVisible();
});
