import { cleanup, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { isChosen } from '../../../../../../domain/topics/written-topic.ts';
import { NOON } from '../../../../../../testing/builders.ts';
import { fillDisk } from '../../../../../../testing/full-disk.ts';
import { openMemoryDatabase } from '../../../../../../testing/memory-database.ts';
import { openDraftRow } from '../../../../../../testing/open-draft-row.ts';
import { renderFeature } from '../../../../../../testing/render-feature.tsx';
import { beWide } from '../../../../../../testing/wide-window.ts';
import type { CitizenDatabase } from '../../../../../db/core/citizen-database.ts';
import type { DraftRow } from '../../../../../db/core/schema.ts';
import { readDraft } from '../../../../../db/drafts/drafts.ts';
import { saveDraft } from '../../../../../db/drafts/save-draft.ts';
import { submitDraft } from '../../../../../db/outbox/submit-draft.ts';
import { dismissNotice, useNotices } from '../../../../../state/notices.ts';
import { TopicStep } from './-topic-step.tsx';

const IBAN_WORDS = 'Mudei de banco. Como dou o novo IBAN?';

async function renderStep(kind: DraftRow['kind'], description = IBAN_WORDS, others?: Promise<void>) {
  const db = openMemoryDatabase();
  const patch = { kind, description };
  await saveDraft(db, 'd', { patch, baseRevision: 0, writer: 'a' }, NOON);
  return openStep(db, others);
}

async function openStep(db: CitizenDatabase, others?: Promise<void>) {
  const draft = await openDraftRow(db);
  const step = <TopicStep draft={draft} returnsToReview={false} />;
  const rendered = await renderFeature(step, { db, address: '/rascunhos/d/tema', others });
  const { screen, user } = rendered;
  async function chooseIban() {
    await user.selectOptions(await screen.findByLabelText('Evento de vida'), 'Pagamentos');
    await user.selectOptions(screen.getByLabelText('Assunto'), 'Alteração de IBAN');
  }
  return { ...rendered, db, chooseIban };
}

const ANSWERED = { name: 'Isto respondeu à minha dúvida' };
const MAYBE = 'Talvez isto já responda: Mudar o IBAN';

it('ends with an answer that helped, says that nothing was sent, and can be undone', async () => {
  const { screen, user, db, chooseIban, pathname } = await renderStep('information');
  await chooseIban();
  await user.click(await screen.findByText(MAYBE));
  await user.click(screen.getByRole('button', ANSWERED));
  await waitFor(() => expect(pathname()).toBe('/pedidos'));
  await waitFor(() =>
    expect(useNotices.getState().notice?.text).toBe('Não foi enviado nada. O rascunho foi eliminado.'),
  );
  expect((await readDraft(db, 'd'))?.deletedAt).not.toBeNull();

  useNotices.getState().notice?.undo?.run();
  await waitFor(async () => expect((await readDraft(db, 'd'))?.deletedAt).toBeNull());
  expect((await readDraft(db, 'd'))?.description).toBe(IBAN_WORDS);
});

it('does not say that nothing was sent where another tab sends it before the list has come', async () => {
  dismissNotice();
  let letCome = () => {};
  const others = new Promise<void>((resolve) => {
    letCome = resolve;
  });
  const { screen, user, db, chooseIban } = await renderStep('information', IBAN_WORDS, others);
  await chooseIban();
  await user.selectOptions(screen.getByLabelText('Motivo'), 'Outro motivo');
  await user.click(await screen.findByText(MAYBE));
  await user.click(screen.getByRole('button', ANSWERED));
  await waitFor(async () => expect(await submitDraft(db, 'd', NOON)).toMatchObject({ ok: true }));
  await waitFor(() => expect(screen.queryByRole('button', ANSWERED)).toBeNull());
  expect(screen.getByText(MAYBE)).toBeVisible();
  letCome();
  await waitFor(() => expect(screen.queryByText(MAYBE)).toBeNull());
  expect((await readDraft(db, 'd'))?.deletedAt).toBeNull();
  expect(useNotices.getState().notice).toBeNull();
});

it('goes on past an answer, which stands above, by the one button that goes on', async () => {
  const { screen, user, chooseIban, pathname } = await renderStep('information');
  await chooseIban();
  await user.selectOptions(screen.getByLabelText('Motivo'), 'Outro motivo');
  const line = await screen.findByText(MAYBE);
  const goOn = screen.getByRole('button', { name: 'Continuar' });
  expect(line.compareDocumentPosition(goOn)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  await user.click(goOn);
  await waitFor(() => expect(pathname()).toBe('/rascunhos/d/anexos'));
});

it('points whoever asks for a document that can be had at once to it, even without a topic', async () => {
  const words = 'Preciso de uma declaração de não dívida';
  const { screen, user } = await renderStep('documents', words);
  await user.click(await screen.findByRole('button', { name: 'Não sei qual é o tema' }));
  expect(await screen.findAllByText(/^Talvez isto já responda: /)).toHaveLength(1);
  expect(screen.getByText(/: Declaração de situação contributiva$/)).toBeVisible();
});

it('offers whoever knows no topic nothing about another benefit than the one asked about', async () => {
  const { screen, user } = await renderStep('information', 'Como peço o abono de família?');
  await user.click(await screen.findByRole('button', { name: 'Não sei qual é o tema' }));
  expect(await screen.findAllByText(/^Talvez isto já responda: /)).toHaveLength(1);
  expect(screen.getByText(/: Até quando se pede o abono de família$/)).toBeVisible();
});

it('answers no complaint', async () => {
  const { screen, db, chooseIban } = await renderStep('complaint');
  await chooseIban();
  await waitFor(async () =>
    expect((await readDraft(db, 'd'))?.topic).toMatchObject({ subject: { id: 'ibanChange' } }),
  );
  expect(screen.queryByText(MAYBE)).toBeNull();
});

it('on wide screens leads by keys from the questions to the suggestions beside them, and only then closes', async () => {
  beWide();
  const { screen, user, chooseIban } = await renderStep('information');
  await chooseIban();
  await user.selectOptions(screen.getByLabelText('Motivo'), 'Outro motivo');
  await user.click(screen.getByRole('button', { name: 'Alterar' }));
  const suggestion = await screen.findByRole('button', { name: /^Alteração de IBAN Pagamentos/ });
  screen.getByLabelText('Motivo').focus();
  await user.tab();
  expect(suggestion).toHaveFocus();
  screen.getByRole('button', { name: 'Não sei qual é o tema' }).focus();
  await user.tab();
  await waitFor(() => expect(screen.getByRole('button', { name: 'Alterar' })).toHaveFocus());
});

it('brings back an emptied topic on the page too, when that is asked for only after coming back to it', async () => {
  const { screen, user, db, chooseIban } = await renderStep('information');
  const savedSubject = async () => {
    const topic = (await readDraft(db, 'd'))?.topic;
    return topic?.status === 'unknown' ? undefined : topic?.subject?.label;
  };
  await chooseIban();
  await user.selectOptions(screen.getByLabelText('Evento de vida'), 'Doença');
  const undo = useNotices.getState().notice?.undo;
  await user.selectOptions(screen.getByLabelText('Assunto'), 'Subsídio de doença');
  await waitFor(async () => expect(await savedSubject()).toBe('Subsídio de doença'));
  cleanup();
  await openStep(db);
  expect(await screen.findByLabelText('Assunto')).toHaveDisplayValue('Subsídio de doença');
  undo?.run();
  await waitFor(async () => expect(await savedSubject()).toBe('Alteração de IBAN'));
  expect(screen.getByLabelText('Assunto')).toHaveDisplayValue('Alteração de IBAN');
  await waitFor(() => expect(screen.getByLabelText('Evento de vida')).toHaveFocus());
});

it('keeps the citizen with a topic that the device cannot save, and goes on with no older one', async () => {
  const { screen, user, db, chooseIban, pathname } = await renderStep('information');
  await chooseIban();
  await user.selectOptions(screen.getByLabelText('Motivo'), 'Outro motivo');
  await waitFor(async () => expect(isChosen((await readDraft(db, 'd'))?.topic ?? null)).toBe(true));
  let refusals = 0;
  const full = () => {
    refusals += 1;
    throw new DOMException('full', 'QuotaExceededError');
  };
  db.drafts.hook('updating', full);
  await user.click(screen.getByRole('button', { name: 'Alterar' }));
  await user.click(screen.getByRole('button', { name: 'Não sei qual é o tema' }));
  await waitFor(() => expect(refusals).toBeGreaterThan(0));
  const refusalsBefore = refusals;
  await user.click(screen.getByRole('button', { name: 'Continuar' }));
  await waitFor(() => expect(refusals).toBeGreaterThan(refusalsBefore));
  // Whoever took the older topic for chosen has read it by now.
  await readDraft(db, 'd');
  expect(pathname()).toBe('/rascunhos/d/tema');

  db.drafts.hook('updating').unsubscribe(full);
  await user.click(screen.getByRole('button', { name: 'Continuar' }));
  await waitFor(() => expect(pathname()).toBe('/rascunhos/d/anexos'));
  expect((await readDraft(db, 'd'))?.topic).toEqual({ status: 'unknown' });
});

it('leads to the question without an answer also where the device can save nothing, and to the next once it has one', async () => {
  const { screen, user, pathname } = await renderStep('information');
  const lifeEvent = await screen.findByLabelText('Evento de vida');
  fillDisk('write', ['drafts']);
  await user.selectOptions(lifeEvent, 'Pagamentos');
  await user.click(screen.getByRole('button', { name: 'Continuar' }));
  const error = () => screen.findByRole('link', { name: /^Escolha o tema do pedido/ });
  expect(await error()).toHaveAttribute('href', '#topic-subject');
  await user.selectOptions(screen.getByLabelText('Assunto'), 'Alteração de IBAN');
  expect(await error()).toHaveAttribute('href', '#topic-reason');
  expect(pathname()).toBe('/rascunhos/d/tema');
});
