import { fireEvent, waitFor } from '@testing-library/react';
import { expect, onTestFinished, test, vi } from 'vitest';
import { lastDayAfter } from '../../../domain/last-day.ts';
import { addDays, lisbonDate } from '../../../domain/lisbon-date.ts';
import { formatDay } from '../../../shared/format-date.ts';
import { noteDownloads } from '../../../testing/note-downloads.ts';
import { ANSWERED, ID, renderRequest } from '../../../testing/render-request.tsx';
import { beMaria } from '../../../testing/sign-in.ts';
import { readRequest } from '../../db/requests/requests.ts';
import { tellSession } from '../../state/session.ts';

test('a reminder is set for a day to come, put into the calendar, and taken away again', async () => {
  const { screen, user, db } = await renderRequest({ state: 'awaitingCitizen', deadlinePaused: true });
  await user.click(screen.getByRole('button', { name: 'Lembrar-me a…' }));
  const field = await screen.findByLabelText('Dia do lembrete');
  for (const wrong of ['2020-01-01', '20277-12-03']) {
    fireEvent.change(field, { target: { value: '' } });
    await user.click(screen.getByRole('button', { name: 'Guardar lembrete' }));
    fireEvent.change(field, { target: { value: wrong } });
    await user.click(screen.getByRole('button', { name: 'Guardar lembrete' }));
    expect(field).toHaveAccessibleDescription(/Escolha um dia a partir de amanhã/);
    expect((await readRequest(db, ID))?.remindOn).toBeUndefined();
  }

  const day = addDays(lisbonDate(new Date()), 9);
  fireEvent.change(field, { target: { value: day } });
  await user.click(screen.getByRole('button', { name: 'Guardar lembrete' }));
  expect(await screen.findByText(`Lembrete para ${formatDay(day, 'pt-PT')}`)).toBeVisible();
  expect(await readRequest(db, ID)).toMatchObject({ remindOn: day });

  const downloads = noteDownloads();
  await user.click(screen.getByRole('button', { name: 'Pôr no calendário' }));
  await waitFor(() => expect(downloads.map(({ name }) => name)).toEqual(['lembrete-EC-2026-0000124.ics']));

  await user.click(screen.getByRole('button', { name: 'Retirar o lembrete' }));
  await waitFor(() => expect(screen.getByRole('button', { name: 'Lembrar-me a…' })).toHaveFocus());
  expect((await readRequest(db, ID))?.remindOn).toBeUndefined();
});

test('a shared device, which forgets everything with the citizen, offers no reminder, but the days for a calendar', async () => {
  beMaria({ shared: true });
  onTestFinished(() => tellSession({ type: 'nobody' }));
  const { screen } = await renderRequest({ state: 'inReview' });
  expect(screen.getByRole('button', { name: 'Adicionar ao calendário' })).toBeVisible();
  expect(screen.queryByRole('button', { name: 'Lembrar-me a…' })).toBeNull();
});

test('the last day to reply to a question goes to the calendar', async () => {
  const sentAt = new Date().toISOString();
  const asked = { state: 'awaitingCitizen', deadlinePaused: true, lastMessageAt: sentAt } as const;
  const { screen, user } = await renderRequest(asked);
  const downloads = noteDownloads();
  await user.click(screen.getByRole('button', { name: 'Adicionar ao calendário' }));
  await waitFor(() => expect(downloads).toHaveLength(1));
  expect(downloads[0]?.name).toBe('responder-EC-2026-0000124.ics');
  const text = await downloads[0]?.blob.text();
  expect(text).toContain(`DTSTART;VALUE=DATE:${lastDayAfter(sentAt, []).replaceAll('-', '')}`);
  expect(text).toContain('SUMMARY:Último dia para responder');
});

test('the last day to ask about an answer goes to the calendar', async () => {
  const askAgainUntil = addDays(lisbonDate(new Date()), 9);
  const { screen, user } = await renderRequest({ ...ANSWERED, askAgainUntil });
  const downloads = noteDownloads();
  await user.click(screen.getByRole('button', { name: 'Adicionar ao calendário' }));
  await waitFor(() => expect(downloads).toHaveLength(1));
  expect(downloads[0]?.name).toBe('perguntar-EC-2026-0000124.ics');
  const text = await downloads[0]?.blob.text();
  expect(text).toContain(`DTSTART;VALUE=DATE:${askAgainUntil.replaceAll('-', '')}`);
  expect(text).toContain('SUMMARY:Último dia para pedir esclarecimento sobre o pedido');
});

test('a day that was changed is newer to the calendar than the one before', async () => {
  const { screen, user } = await renderRequest({ state: 'awaitingCitizen', deadlinePaused: true });
  const downloads = noteDownloads();
  vi.useFakeTimers({ toFake: ['Date'] });
  onTestFinished(() => void vi.useRealTimers());
  await user.click(screen.getByRole('button', { name: 'Adicionar ao calendário' }));
  await waitFor(() => expect(downloads).toHaveLength(1));
  vi.setSystemTime(Date.now() + 60_000);
  await user.click(screen.getByRole('button', { name: 'Adicionar ao calendário' }));
  await waitFor(() => expect(downloads).toHaveLength(2));
  const texts = await Promise.all(downloads.map(({ blob }) => blob.text()));
  const [first = 0, second = 0] = texts.map((text) => Number(/SEQUENCE:(\d+)/.exec(text)?.[1]));
  expect(second).toBeGreaterThan(first);
});
