import { screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { writeCompleteDraft } from '../../../testing/builders.ts';
import { fillDisk } from '../../../testing/full-disk.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { signInAtServer } from '../../../testing/sign-in.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { keepStatusCode, readKeptStatusCode } from '../../db/requests/status-codes.ts';
import { type ServerAnswer, type StatusCodeCalls, StatusCodeSection } from './status-code-section.tsx';

const ID = '5f0c7d8e-0000-4000-8000-000000000001';
const AWAY = { kind: 'unreachable' } as const;

/** A server with one code. A code of null is switched off. */
function codesOf(codes: { now: string | null; next: string; isAway?: boolean }) {
  const answer = async (): Promise<ServerAnswer<{ code: string | null }>> =>
    codes.isAway ? AWAY : { kind: 'accepted', value: { code: codes.now } };
  const calls: StatusCodeCalls = {
    read: answer,
    async renew(_requestId, replaces) {
      if (!codes.isAway && codes.now === replaces) codes.now = codes.next;
      return answer();
    },
    async end() {
      if (!codes.isAway) codes.now = null;
      return answer();
    },
  };
  return calls;
}

async function openSection(calls: StatusCodeCalls, db: CitizenDatabase = openMemoryDatabase()) {
  const rendered = await renderFeature(
    <StatusCodeSection request={{ id: ID, kind: 'information' }} calls={calls} />,
    { db },
  );
  return { ...rendered, db };
}

it('the code is shown in two halves, read letter by letter, and kept on the device', async () => {
  const { db } = await openSection(codesOf({ now: 'ABCDEFGHJK', next: '' }));
  expect(await screen.findByText('ABCDE FGHJK')).toBeVisible();
  expect(screen.getByText('A B C D E F G H J K')).toBeInTheDocument();
  expect(await readKeptStatusCode(db, ID)).toBe('ABCDEFGHJK');
});

it('another one takes its place, and is said', async () => {
  const { user } = await openSection(codesOf({ now: 'ABCDEFGHJK', next: 'ZYXWVUTSRQ' }));
  await user.click(await screen.findByRole('button', { name: 'Pedir outro código' }));
  expect(await screen.findByText('ZYXWV UTSRQ')).toBeVisible();
  await waitFor(() =>
    expect(screen.getByRole('status')).toHaveTextContent(
      'O código de consulta é agora Z Y X W V U T S R Q. O anterior deixou de servir.',
    ),
  );
});

it('it is switched off, and on again by another one', async () => {
  const { user, db } = await openSection(codesOf({ now: 'ABCDEFGHJK', next: 'ZYXWVUTSRQ' }));
  await user.click(await screen.findByRole('button', { name: 'Desligar o código' }));
  expect(await screen.findByText('O código de consulta está desligado.')).toBeVisible();
  expect(await readKeptStatusCode(db, ID)).toBeNull();
  const begin = screen.getByRole('button', { name: 'Ligar com um código novo' });
  expect(begin).toHaveFocus();
  await user.click(begin);
  expect(await screen.findByText('ZYXWV UTSRQ')).toBeVisible();
});

it('without a connection the one that was named last stands there, and a change that failed is said and seen', async () => {
  const db = openMemoryDatabase();
  await keepStatusCode(db, ID, 'ABCDEFGHJK');
  const codes = { now: 'ABCDEFGHJK', next: 'ZYXWVUTSRQ', isAway: true };
  const { user } = await openSection(codesOf(codes), db);
  expect(await screen.findByText('ABCDE FGHJK')).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Pedir outro código' }));
  await waitFor(() =>
    expect(screen.getByRole('alert')).toHaveTextContent('Não foi possível mudar o código de consulta.'),
  );
  expect(screen.getByText('ABCDE FGHJK')).toBeVisible();
  const sentence = [
    'Não foi possível mudar o código de consulta. Tente de novo.',
    { selector: 'p' },
  ] as const;
  expect(screen.getByText(...sentence)).toBeVisible();
  codes.isAway = false;
  await user.click(screen.getByRole('button', { name: 'Pedir outro código' }));
  expect(await screen.findByText('ZYXWV UTSRQ')).toBeVisible();
  expect(screen.queryByText(...sentence)).toBeNull();
});

it('a device on which it was never named says when it will be there, though not on paper, and has it with the connection', async () => {
  const codes = { now: 'ABCDEFGHJK', next: '', isAway: true };
  await openSection(codesOf(codes));
  expect(await screen.findByText(/aparece aqui quando houver ligação/)).toBeVisible();
  const section = screen.getByRole('region', { name: 'Código de consulta' });
  expect(section.className).toMatch(/screenOnly/);
  expect(screen.queryByRole('button')).toBeNull();
  codes.isAway = false;
  window.dispatchEvent(new Event('online'));
  expect(await screen.findByText('ABCDE FGHJK')).toBeVisible();
  expect(section.className).not.toMatch(/screenOnly/);
});

it('whoever has just sent a request has the code on what they print, and on the device for the PDF', async () => {
  const { app, user } = await renderApp({ at: '/ajuda' });
  const { api, session } = app.services;
  await session.enter(await signInAtServer(api), false);
  const db = app.scope.database();
  if (!db) throw new Error('Nobody is here');
  const draftId = await writeCompleteDraft(db);
  await app.router.navigate({ to: '/rascunhos/$draftId/resumo', params: { draftId } });
  await user.click(await screen.findByRole('button', { name: 'Submeter pedido' }));
  await screen.findByRole('heading', { level: 1, name: 'Pedido recebido' });
  expect(await screen.findByText(/^[A-Z]{5} [A-Z]{5}$/)).toBeInTheDocument();
  expect(await readKeptStatusCode(db, draftId)).toMatch(/^[A-Z]{10}$/);
});

it('the answer to an older question does not bring back the code that was replaced meanwhile', async () => {
  const db = openMemoryDatabase();
  await keepStatusCode(db, ID, 'ABCDEFGHJK');
  const calls = codesOf({ now: 'ABCDEFGHJK', next: 'ZYXWVUTSRQ' });
  const old = await calls.read(ID);
  let answer: () => void = () => undefined;
  const read = () =>
    new Promise<typeof old>((resolve) => {
      answer = () => resolve(old);
    });
  const { user } = await openSection({ ...calls, read }, db);
  await user.click(await screen.findByRole('button', { name: 'Pedir outro código' }));
  expect(await screen.findByText('ZYXWV UTSRQ')).toBeVisible();
  answer();
  await user.click(screen.getByText('ZYXWV UTSRQ'));
  expect(await readKeptStatusCode(db, ID)).toBe('ZYXWVUTSRQ');
});

it('a full device shows the code that the server names, and keeps no older one for the PDF', async () => {
  const db = openMemoryDatabase();
  await keepStatusCode(db, ID, 'ABCDEFGHJK');
  fillDisk();
  await openSection(codesOf({ now: 'ZYXWVUTSRQ', next: '' }), db);
  expect(await screen.findByText('ZYXWV UTSRQ')).toBeVisible();
  await waitFor(async () => expect(await readKeptStatusCode(db, ID)).toBeUndefined());
});

it('a full device loses no code that it has kept and that still works', async () => {
  const db = openMemoryDatabase();
  await keepStatusCode(db, ID, 'ABCDEFGHJK');
  fillDisk('commit');
  const { user } = await openSection(codesOf({ now: 'ABCDEFGHJK', next: 'ZYXWVUTSRQ' }), db);
  await screen.findByText('ABCDE FGHJK');
  await user.click(screen.getByText('ABCDE FGHJK'));
  expect(await readKeptStatusCode(db, ID)).toBe('ABCDEFGHJK');
});

it('on a full device a change at the server is shown as done, and the old code goes from the device', async () => {
  const { user, db } = await openSection(codesOf({ now: 'ABCDEFGHJK', next: 'ZYXWVUTSRQ' }));
  await screen.findByText('ABCDE FGHJK');
  const makeRoom = fillDisk();
  await user.click(screen.getByRole('button', { name: 'Pedir outro código' }));
  expect(await screen.findByText('ZYXWV UTSRQ')).toBeVisible();
  expect(screen.queryByText(/Não foi possível/)).toBeNull();
  expect(await readKeptStatusCode(db, ID)).toBeUndefined();
  await user.click(screen.getByRole('button', { name: 'Desligar o código' }));
  expect(await screen.findByText('O código de consulta está desligado.')).toBeVisible();
  makeRoom();
  await user.click(screen.getByRole('button', { name: 'Ligar com um código novo' }));
  await waitFor(async () => expect(await readKeptStatusCode(db, ID)).toBe('ZYXWVUTSRQ'));
});
