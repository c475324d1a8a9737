import { waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { pdfBytes } from '../../../testing/builders.ts';
import { fillDisk } from '../../../testing/full-disk.ts';
import { ASKED, message, renderRequest, WORDS } from '../../../testing/render-request.tsx';
import { paperPhoto } from '../../../testing/render-scan.tsx';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';

const NOT_KEPT = 'Não foi possível guardar neste dispositivo. Liberte espaço e tente de novo.';

test('a citizen whose device is full can write the reply that the office waits for', async () => {
  const { screen, user } = await renderRequest(ASKED, message());
  fillDisk();
  await user.click(screen.getByRole('button', { name: 'Responder' }));
  const field = await screen.findByRole('textbox', { name: 'A sua resposta' });
  await user.type(field, WORDS);
  expect(field).toHaveValue(WORDS);
});

test('a citizen whose device is full is told that a file of a reply was not kept, and not that the reply was sent', async () => {
  const { screen, user } = await renderRequest(ASKED, message());
  fillDisk();
  await user.click(screen.getByRole('button', { name: 'Responder' }));
  await screen.findByRole('button', { name: 'Fotografar papel' });
  const [files, photos] = document.querySelectorAll<HTMLInputElement>('input[type=file]');
  if (!files || !photos) throw new Error('No place for files');
  await user.upload(files, new File([pdfBytes()], 'recibo.pdf'));
  const [line] = await screen.findAllByText(/^Não foi possível guardar «recibo.pdf» neste dispositivo/);
  expect(line).toBeVisible();
  await user.upload(photos, paperPhoto());
  expect(await screen.findByText(/^Não há espaço neste dispositivo para mais uma fotografia/)).toBeVisible();
  expect(screen.queryByText(/já foi enviado/)).toBeNull();
});

const WAYS: [string, string[], (db: CitizenDatabase) => Promise<number>][] = [
  ['a withdrawal', ['Anular pedido', 'Sim, anular'], (db) => db.outbox.count()],
  [
    'a reminder',
    ['Lembrar-me a…', 'Guardar lembrete'],
    (db) => db.requests.filter(({ remindOn }) => remindOn !== undefined).count(),
  ],
  ['a request from another', ['Criar pedido a partir deste'], (db) => db.drafts.count()],
  ['a complaint', ['Apresentar reclamação'], (db) => db.drafts.count()],
];

test.each(WAYS)(
  'a device that has no room for %s says so, and keeps it once it has',
  async (_of, names, count) => {
    const { screen, user, db } = await renderRequest({ state: 'inReview' });
    const makeRoom = fillDisk();
    for (const name of names) await user.click(await screen.findByRole('button', { name }));
    expect((await screen.findByText(NOT_KEPT)).closest('[role=alert]')).toBeVisible();
    expect(await count(db)).toBe(0);
    makeRoom();
    await user.click(screen.getByRole('button', { name: names.at(-1) ?? '' }));
    await waitFor(async () => expect(await count(db)).toBe(1));
  },
);

test('a question that is asked anew says nothing of the room that was missing', async () => {
  const { screen, user } = await renderRequest({ state: 'inReview' });
  const makeRoom = fillDisk();
  await user.click(screen.getByRole('button', { name: 'Anular pedido' }));
  await user.click(await screen.findByRole('button', { name: 'Sim, anular' }));
  await screen.findByText(NOT_KEPT);
  makeRoom();
  await user.click(screen.getByRole('button', { name: 'Manter o pedido' }));
  await user.click(screen.getByRole('button', { name: 'Anular pedido' }));
  const dialog = await screen.findByRole('dialog');
  expect(within(dialog).queryByText(NOT_KEPT)).toBeNull();
});

test('a device that has no room to ask for a file of the office says so, and asks once it has', async () => {
  const file = { id: 'a', name: 'carta.pdf', type: 'application/pdf', size: 10, sha256: 'f'.repeat(64) };
  const { screen, user, db } = await renderRequest(ASKED, message({ attachments: [file] }));
  const download = await screen.findByRole('button', { name: 'Descarregar carta.pdf' });
  const makeRoom = fillDisk();
  await user.click(download);
  expect((await screen.findByText(NOT_KEPT)).closest('[role=alert]')).toBeVisible();
  makeRoom();
  await user.click(download);
  await waitFor(async () => expect(await db.files.count()).toBe(1));
  expect(screen.queryByText(NOT_KEPT)).toBeNull();
});
