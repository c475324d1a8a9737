import { waitFor, within } from '@testing-library/react';
import { afterEach, expect, onTestFinished, test, vi } from 'vitest';
import { DEFAULT_LIMITS } from '../../../domain/limits.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { beMaria } from '../../../testing/sign-in.ts';
import { keepMetadata, keepsDraftsInAccount } from '../../db/core/metadata.ts';
import { endTrouble, noteTrouble } from '../../db/core/storage-trouble.ts';
import { useNotices } from '../../state/notices.ts';
import { useSession } from '../../state/session.ts';
import { EraseAll } from './erase-all.tsx';
import { readSettings } from './read-settings.ts';
import { SettingsPage } from './settings-page.tsx';

const PAGE = (
  <SettingsPage
    initial={null}
    signOut={null}
    copies={<p>cópias</p>}
    sessions={null}
    offlineFiles={null}
    news={null}
    install={null}
    onEraseAll={async () => true}
  />
);
const ONLY_HERE = 'Guardar rascunhos só neste dispositivo';

afterEach(() => useSession.setState(useSession.getInitialState(), true));

function browserStorage(storage: Partial<StorageManager>) {
  Object.defineProperty(navigator, 'storage', { value: storage, configurable: true });
}

test('drafts are kept on this device only for as long as the citizen wants it', async () => {
  const db = openMemoryDatabase();
  const { screen, user } = await renderFeature(PAGE, { db });
  const box = await screen.findByRole('checkbox', { name: ONLY_HERE });
  expect(box).not.toBeChecked();
  await user.click(box);
  await waitFor(() => expect(box).toBeChecked());
  expect(await keepsDraftsInAccount(db)).toBe(false);
  await user.click(box);
  await waitFor(() => expect(box).not.toBeChecked());
});

test('what an account keeps is told in the server’s figures, before anybody meets them', async () => {
  const db = openMemoryDatabase();
  await keepMetadata(db, 'limits', { ...DEFAULT_LIMITS, accountDraftsMaxCount: 40 });
  const { screen } = await renderFeature(PAGE, { db });
  expect(
    await screen.findByText(
      /^A sua conta guarda até 40 rascunhos e 500 ficheiros por enviar, num total de 1 GB\. Tem 0 rascunhos e 0 ficheiros\.$/,
    ),
  ).toBeVisible();
});

test('Safari’s seven days are told to whoever keeps drafts on the device only', async () => {
  vi.spyOn(navigator, 'vendor', 'get').mockReturnValue('Apple Computer, Inc.');
  const { screen, user } = await renderFeature(PAGE, { db: openMemoryDatabase() });
  await user.click(await screen.findByRole('checkbox', { name: ONLY_HERE }));
  expect(await screen.findByText(/pode apagar os rascunhos se passar 7 dias/)).toBeVisible();
});

test('on a shared device there is no such choice', async () => {
  beMaria({ shared: true });
  const { screen } = await renderFeature(PAGE, { db: openMemoryDatabase() });
  expect(await screen.findByText(/Os rascunhos ficam na sua conta\.$/)).toBeVisible();
  expect(screen.queryByRole('checkbox')).toBeNull();
});

test('where the browser keeps nothing there is no such choice', async () => {
  noteTrouble('memoryOnly');
  onTestFinished(() => endTrouble('memoryOnly'));
  const { screen } = await renderFeature(PAGE, { db: openMemoryDatabase() });
  expect(await screen.findByText(/^A sua conta guarda até/)).toBeVisible();
  expect(screen.queryByRole('checkbox')).toBeNull();
});

test.each([
  [async () => true, /prometeu não apagar/],
  [async () => false, /^Sim, se faltar espaço/],
  [undefined, /este navegador não o diz/],
])(
  'what is used is told, and what the browser promised, never how much is left',
  async (persisted, words) => {
    const estimate = async () => ({ usage: 3 * 1024 * 1024, quota: 10 ** 12 });
    browserStorage({ estimate, ...(persisted && { persisted }) });
    const { screen } = await renderFeature(PAGE, { db: openMemoryDatabase() });
    expect(await screen.findByText('3 MB')).toBeVisible();
    expect(await screen.findByText(words)).toBeVisible();
  },
);

test('whoever is not signed in has no copy to make here', async () => {
  const { screen } = await renderFeature(PAGE);
  expect(await screen.findByText('Inicie sessão para ver o que este dispositivo guarda.')).toBeVisible();
  expect(screen.queryByText('cópias')).toBeNull();
});

test('what was read for somebody else, who was here until now, is not shown', async () => {
  const db = openMemoryDatabase();
  const read = await readSettings(db);
  const ofAnother = { ...read, citizenId: 'another', kept: { ...read.kept, requests: 7777 } };
  const shown: (string | null)[] = [];
  const observer = new MutationObserver(() => shown.push(document.body.textContent));
  observer.observe(document.body, { subtree: true, childList: true, characterData: true });
  const { screen } = await renderFeature(<SettingsPage {...PAGE.props} initial={ofAnother} />, { db });
  expect(await screen.findByRole('checkbox', { name: ONLY_HERE })).toBeVisible();
  observer.disconnect();
  expect(shown.filter((text) => text?.includes('7777'))).toEqual([]);
});

test('whoever is signed in finds each part of the page by an index', async () => {
  const { screen } = await renderFeature(PAGE, { db: openMemoryDatabase() });
  const index = await screen.findByRole('navigation', { name: 'Nesta página' });
  const headings = screen.getAllByRole('heading', { level: 2 });
  expect(headings.length).toBeGreaterThan(5);
  const links = within(index).getAllByRole('link');
  expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual(
    headings.map((heading) => [heading.textContent, `#${heading.id}`]),
  );
});

test.each([
  ['on a phone', 'is folded until it is asked for', false],
  ['on a wide screen', 'stands beside them', true],
])('%s the index of the parts %s', async (_where, _how, isWide) => {
  const query = { matches: isWide, addEventListener: () => undefined, removeEventListener: () => undefined };
  vi.stubGlobal('matchMedia', () => query);
  const { screen } = await renderFeature(PAGE, { db: openMemoryDatabase() });
  const index = await screen.findByRole('navigation', { name: 'Nesta página' });
  expect(within(index).getByRole('group')).toHaveProperty('open', isWide);
  vi.unstubAllGlobals();
});

test('signed out the page is short, and has none', async () => {
  const { screen } = await renderFeature(PAGE);
  await screen.findByRole('heading', { level: 2, name: 'Idioma' });
  expect(screen.queryByRole('navigation')).toBeNull();
});

test.each([true, false])(
  'whoever erases everything hears that it is gone only where it is: %o',
  async (isErased) => {
    const { screen, user } = await renderFeature(<EraseAll onErase={async () => isErased} />);
    await user.click(await screen.findByRole('button', { name: 'Apagar tudo deste dispositivo' }));
    await user.click(await screen.findByRole('button', { name: 'Apagar tudo' }));
    const sentence = isErased ? /^O que o e-Clic guardava/ : /^Não foi possível apagar tudo/;
    await waitFor(() => expect(useNotices.getState().notice?.text).toMatch(sentence));
  },
);
