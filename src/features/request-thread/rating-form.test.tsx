import { cleanup, fireEvent, waitFor } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { fillDisk } from '../../../testing/full-disk.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { readRatingDraft } from '../../db/outbox/rating-draft.ts';
import { RatingForm } from './rating-form.tsx';

const ID = '5f0c7d8e-0000-4000-8000-000000000001';
const FAMILY = '👨‍👩‍👧‍👦';
const AT_MOST = Math.floor(20_000 / FAMILY.length);

async function renderForm(comment: string) {
  const db = openMemoryDatabase();
  const closed: string[] = [];
  const form = (
    <RatingForm requestId={ID} initial={{ helpful: true, comment: '' }} onClose={(to) => closed.push(to)} />
  );
  const rendered = await renderFeature(form, { db });
  const box = await rendered.screen.findByRole('textbox', { name: /^Comentário/ });
  const write = (value: string) => fireEvent.change(box, { target: { value } });
  const send = () => rendered.user.click(rendered.screen.getByRole('button', { name: 'Enviar avaliação' }));
  write(comment);
  return { ...rendered, db, box, write, send, closed, sent: () => db.outbox.toArray() };
}

test.each([
  [
    'letters',
    'a'.repeat(20_012),
    'a'.repeat(20_000),
    'O comentário tem 12 caracteres a mais. Pode escrever até 20\u00a0000',
  ],
  [
    'families',
    FAMILY.repeat(AT_MOST + 1),
    FAMILY.repeat(AT_MOST),
    `O comentário tem 1 carácter a mais. Pode escrever até ${AT_MOST}`,
  ],
])(
  'a comment of more %s than the server takes is kept, told of and sent once it is shorter',
  async (_of, long, fitting, sentence) => {
    const { screen, db, box, write, send, closed, sent } = await renderForm(long);
    await send();
    expect(await screen.findByRole('link', { name: sentence })).toBeVisible();
    expect(box).toBeInvalid();
    expect(box).toHaveAccessibleDescription(expect.stringContaining(sentence));
    expect(await sent()).toEqual([]);
    expect((await readRatingDraft(db, ID))?.comment).toBe(long);

    write(`  ${fitting}\n`);
    expect(screen.queryByText(sentence)).toBeNull();
    await send();
    await waitFor(() => expect(closed).toEqual(['#rating-heading']));
    expect((await sent()).map(({ command }) => command)).toMatchObject([
      { type: 'rate', rating: { helpful: true, comment: fitting } },
    ]);
  },
);

const UNKEPT = 'Não foi possível guardar neste dispositivo. Copie o texto antes de sair.';

test('a comment that the device has no room for is kept once it has, while the form is shown', async () => {
  const { screen, db, write } = await renderForm('Faltou');
  await waitFor(async () => expect((await readRatingDraft(db, ID))?.comment).toBe('Faltou'));
  const makeRoom = fillDisk();
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  write('Faltou o valor');
  expect((await screen.findByText(UNKEPT)).closest('[role=alert]')).toBeVisible();
  makeRoom();
  await expect
    .poll(() => {
      // The form may begin to wait only after it has said so.
      vi.advanceTimersByTime(5000);
      return screen.queryByText(UNKEPT);
    })
    .toBeNull();
  expect((await readRatingDraft(db, ID))?.comment).toBe('Faltou o valor');
});

test('a comment that the device had no room for is kept when the form goes', async () => {
  const { screen, db, write } = await renderForm('Faltou');
  const makeRoom = fillDisk();
  write('Faltou o valor');
  await screen.findByText(UNKEPT);
  makeRoom();
  cleanup();
  await waitFor(async () => expect((await readRatingDraft(db, ID))?.comment).toBe('Faltou o valor'));
});

test('a rating that the device has no room for is not said to be sent, and goes once it has', async () => {
  const { screen, db, send, closed, sent } = await renderForm('Faltou o valor');
  const makeRoom = fillDisk();
  await send();
  expect(await screen.findByText(/Liberte espaço e tente de novo/)).toBeVisible();
  expect(closed).toEqual([]);
  makeRoom();
  await send();
  await waitFor(() => expect(closed).toEqual(['#rating-heading']));
  expect(await sent()).toMatchObject([{ command: { type: 'rate' } }]);
  expect(await readRatingDraft(db, ID)).toBeNull();
});
