import { fireEvent, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import {
  attachPdf,
  DESCRIPTION,
  NOON,
  registeredRequest,
  submitCompleteDraft,
  writeCompleteDraft,
} from '../../../testing/builders.ts';
import { fillDisk } from '../../../testing/full-disk.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { noteDownloads } from '../../../testing/note-downloads.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { GUEST_ID } from '../../db/core/occupant.ts';
import { listOpenDrafts } from '../../db/drafts/drafts.ts';
import { countWaiting } from '../../db/outbox/outbox.ts';
import { rateAnswer, withdrawRequest } from '../../db/requests/request-actions.ts';
import { recordReceived } from '../../db/requests/requests.ts';
import { isUnderWay } from '../../lib/under-way.ts';
import { DownloadCopy } from './download-copy.tsx';
import { LoadCopy } from './load-copy.tsx';
import { makeCopy } from './make-copy.ts';

const LOAD = <LoadCopy makeThumbnail={async () => null} />;

async function renderLoad(db: CitizenDatabase, load = LOAD) {
  const rendered = await renderFeature(load, { db });
  await rendered.screen.findByRole('button', { name: 'Carregar cópia' });
  const input = document.querySelector('input[type=file]');
  if (!input) throw new Error('There is no file input');
  return { ...rendered, choose: (file: Blob) => fireEvent.change(input, { target: { files: [file] } }) };
}

async function fullDevice(): Promise<CitizenDatabase> {
  const db = openMemoryDatabase();
  await attachPdf(db, await writeCompleteDraft(db));
  await submitCompleteDraft(db, 'Um pedido que espera por ligação.');
  return db;
}

test('a copy is downloaded under a name that says when and never whose', async () => {
  const downloads = noteDownloads();
  const { screen, user } = await renderFeature(<DownloadCopy scope="everything" />, {
    db: await fullDevice(),
  });
  await user.click(await screen.findByRole('button', { name: 'Descarregar cópia' }));
  expect(await screen.findByText(/^A cópia ficou num ficheiro ZIP/)).toBeVisible();
  expect(downloads).toEqual([
    { name: expect.stringMatching(/^e-clic-copia-\d{4}-\d\d-\d\d\.zip$/), blob: expect.anything() },
  ]);
});

test('no update takes the page away while a copy is made', async () => {
  noteDownloads();
  const { screen } = await renderFeature(<DownloadCopy scope="everything" />, { db: await fullDevice() });
  fireEvent.click(await screen.findByRole('button', { name: 'Descarregar cópia' }));
  expect(isUnderWay()).toBe(true);
  expect(await screen.findByText(/^A cópia ficou num ficheiro ZIP/)).toBeVisible();
  expect(isUnderWay()).toBe(false);
});

test('of what waited requests and messages come back, as drafts, and nothing waits to be sent', async () => {
  const before = await fullDevice();
  await recordReceived(before, registeredRequest('r1'));
  await rateAnswer(before, 'r1', { helpful: true, comment: 'Ficou claro.' }, NOON);
  await withdrawRequest(before, 'r1', NOON);
  const { blob } = await makeCopy(before, { scope: 'everything', now: NOON });
  const db = openMemoryDatabase('c_other');
  const { screen, choose } = await renderLoad(db);
  expect(screen.getByText(/rascunhos e os pedidos e mensagens por enviar entram como/)).toBeVisible();
  choose(blob);
  expect(await screen.findByText('Entraram 2 rascunhos. Entrou 1 ficheiro.')).toBeVisible();
  const drafts = await listOpenDrafts(db);
  expect(drafts.map(({ description }) => description)).toContain(DESCRIPTION);
  expect(await countWaiting(db)).toBe(0);
  expect(screen.getByRole('link', { name: 'Ver os rascunhos' })).toHaveAttribute('href', '/pedidos');
});

test('a guest who has loaded a copy is led to their drafts', async () => {
  const { blob } = await makeCopy(await fullDevice(), { scope: 'everything', now: NOON });
  const { screen, choose } = await renderLoad(openMemoryDatabase(GUEST_ID));
  choose(blob);
  expect(await screen.findByRole('link', { name: 'Ver os rascunhos' })).toHaveAttribute('href', '/rascunhos');
});

test('of a copy that holds requests alone it is said that none of it has to be loaded', async () => {
  const before = openMemoryDatabase();
  await recordReceived(before, registeredRequest(crypto.randomUUID()));
  const { blob } = await makeCopy(before, { scope: 'everything', now: NOON });
  const db = openMemoryDatabase('c_other');
  const { screen, choose } = await renderLoad(db);
  choose(blob);
  expect(await screen.findByText('Esta cópia não tem rascunhos: não entrou nada')).toBeVisible();
  expect(screen.getByText(/^O pedido que lá está já foi enviado/)).toBeVisible();
  expect(screen.queryByText('Carregou a cópia')).toBeNull();
  expect(screen.queryByRole('link', { name: 'Ver os rascunhos' })).toBeNull();
});

test('a file that the copy has no bytes of is named as left out', async () => {
  const before = openMemoryDatabase();
  await attachPdf(before, await writeCompleteDraft(before), undefined, 'recibo.pdf');
  await before.chunks.clear();
  const { blob } = await makeCopy(before, { scope: 'everything', now: NOON });
  const { screen, choose } = await renderLoad(openMemoryDatabase('c_other'));
  choose(blob);
  expect(await screen.findByText('Ficou de fora:')).toBeVisible();
  expect(screen.getByText(/Não foi possível ler «recibo\.pdf»/)).toBeVisible();
});

test('what is not a copy is refused with the reason, and nothing comes in', async () => {
  const db = openMemoryDatabase();
  const { screen, choose } = await renderLoad(db);
  choose(new Blob(['isto não é um ZIP']));
  expect(await screen.findByText(/não é uma cópia do e-Clic/)).toBeVisible();
  await waitFor(() =>
    expect(screen.getByRole('alert')).toHaveTextContent('Não foi possível carregar a cópia'),
  );
  expect(await listOpenDrafts(db)).toEqual([]);
});

test('loading says how far it is, and can be given up, with the focus back where it began', async () => {
  const before = openMemoryDatabase();
  await attachPdf(before, await writeCompleteDraft(before));
  const { blob } = await makeCopy(before, { scope: 'everything', now: NOON });
  const db = openMemoryDatabase('c_other');
  let goOn = () => {};
  const held = new Promise<null>((resolve) => {
    goOn = () => resolve(null);
  });
  const load = <LoadCopy makeThumbnail={() => held} />;
  const { screen, user, choose } = await renderLoad(db, load);
  choose(blob);
  const bar = await screen.findByRole('progressbar', { name: 'A carregar a cópia…' });
  await waitFor(() => expect(bar).toHaveAccessibleDescription('50 %'));
  expect(isUnderWay()).toBe(true);
  await user.click(screen.getByRole('button', { name: 'Cancelar' }));
  expect(screen.getByRole('button', { name: 'Carregar cópia' })).toHaveFocus();
  goOn();
  expect(
    await screen.findByText('Cancelou. Não entrou nada neste dispositivo.', { selector: 'p' }),
  ).toBeVisible();
  expect(isUnderWay()).toBe(false);
  expect(await listOpenDrafts(db)).toEqual([]);
  expect(await db.chunks.count()).toBe(0);
});

test('whoever is at the button that gives up when all is loaded is then at the one that began it', async () => {
  const before = openMemoryDatabase();
  await attachPdf(before, await writeCompleteDraft(before));
  const { blob } = await makeCopy(before, { scope: 'everything', now: NOON });
  let goOn = () => {};
  const held = new Promise<null>((resolve) => {
    goOn = () => resolve(null);
  });
  const load = <LoadCopy makeThumbnail={() => held} />;
  const { screen, choose } = await renderLoad(openMemoryDatabase('c_other'), load);
  choose(blob);
  (await screen.findByRole('button', { name: 'Cancelar' })).focus();
  goOn();
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Cancelar' })).toBeNull());
  expect(screen.getByRole('button', { name: 'Carregar cópia' })).toHaveFocus();
});

test('a copy for which the device has no room leaves nothing behind', async () => {
  const { blob } = await makeCopy(await fullDevice(), { scope: 'everything', now: NOON });
  const db = openMemoryDatabase('c_other');
  const { screen, choose } = await renderLoad(db);
  fillDisk('write', ['chunks']);
  choose(blob);
  expect(await screen.findByText(/não cabe neste dispositivo/)).toBeVisible();
  expect(await listOpenDrafts(db)).toEqual([]);
});
