import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import { attachPdf, NOON, pdfBytes } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { keepProfile } from '../../db/core/metadata.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import { saveDraft } from '../../db/drafts/save-draft.ts';
import { addPhoto } from '../../db/drafts/scans.ts';
import { DraftReview, readReview } from './draft-review.tsx';
import type { ReviewPart } from './review-list.tsx';

const joao = { id: 'j', name: 'João Modelo', maskedNiss: '••••••••007', holder: 'person' } as const;
const alice = { id: 'a', name: 'Alice Modelo', maskedNiss: '••••••••018', holder: 'person' } as const;
const bakery = {
  id: 'b',
  name: 'Padaria Exemplo, Lda.',
  maskedNiss: '••••••••001',
  holder: 'organisation',
} as const;
const contact = { channel: 'sms', masked: '…' } as const;

interface Written {
  patch: Partial<Pick<DraftRow, 'kind' | 'description' | 'complaint' | 'onBehalfOf' | 'aboutRequestId'>>;
  representations?: (typeof alice | typeof bakery)[];
}

async function renderReview({ patch, representations = [alice, bakery] }: Written) {
  const db = openMemoryDatabase();
  await keepProfile(db, { citizen: joao, representations, contact });
  await saveDraft(db, 'd', { patch, baseRevision: 0, writer: 'a' }, NOON);
  const review = await readReview(db, 'd', NOON);
  await renderFeature(
    <DraftReview review={review} errorsOf={() => []} hasFailed={false} needsSignIn={false} />,
    { db },
  );
}

function row(term: string): HTMLElement {
  const found = screen.getByText(term, { selector: 'dt' }).parentElement;
  if (!found) throw new Error(`No row ${term}`);
  return found;
}

it('shows each part of a complaint with the way to change it, and until when it is answered', async () => {
  const complaint = { office: '<img src=x onerror=alert(1)>', happenedOn: '', wanted: 'Que respondam' };
  await renderReview({ patch: { kind: 'complaint', description: 'Esperei quatro horas.', complaint } });
  expect(row('Serviço de que reclama')).toHaveTextContent('<img src=x onerror=alert(1)>');
  expect(row('Quando aconteceu')).toHaveTextContent('Não indicou');
  expect(row('O que gostaria que fosse feito?')).toHaveTextContent('Que respondam');
  const link = within(row('O que gostaria que fosse feito?')).getByRole('link', {
    name: 'Alterar o que gostaria que fosse feito',
  });
  expect(link).toHaveAttribute('href', '/rascunhos/d/pormenores?voltar=resumo');
  // 15 working days after 25 November 2026, over two holidays.
  expect(row('Resposta até')).toHaveTextContent('18 de dezembro de 2026 (data prevista)');
  expect(document.querySelector('main img')).toBeNull();
});

it('ties what is wrong with a part to the link that changes it', async () => {
  const db = openMemoryDatabase();
  await saveDraft(db, 'd', { patch: { kind: 'information' }, baseRevision: 0, writer: 'a' }, NOON);
  const review = await readReview(db, 'd', NOON);
  const errorsOf = (part: ReviewPart) => (part === 'description' ? ['Falta a descrição.', 'É curta.'] : []);
  await renderFeature(
    <DraftReview review={review} errorsOf={errorsOf} hasFailed={false} needsSignIn={false} />,
    { db },
  );
  const link = screen.getByRole('link', { name: 'Alterar a descrição' });
  expect(link).toHaveAccessibleDescription('Falta a descrição. É curta.');
  expect(screen.getByRole('link', { name: 'Alterar o que pretende' })).not.toHaveAccessibleDescription();
});

it('says that photographed pages which were not joined will not be sent, and leads to them', async () => {
  const db = openMemoryDatabase();
  await saveDraft(db, 'd', { patch: { kind: 'information' }, baseRevision: 0, writer: 'a' }, NOON);
  for (const id of ['a', 'b']) await addPhoto(db, 'd', { id, type: 'image/jpeg', bytes: pdfBytes(64) }, NOON);
  const review = await readReview(db, 'd', NOON);
  await renderFeature(
    <DraftReview review={review} errorsOf={() => []} hasFailed={false} needsSignIn={false} />,
    { db },
  );
  expect(row('Anexos')).toHaveTextContent('Tem 2 páginas fotografadas por juntar: assim não são enviadas.');
  const link = within(row('Anexos')).getByRole('link', { name: 'Continuar a digitalizar' });
  expect(link).toHaveAttribute('href', '/digitalizar/d');
});

it('does not say of a photo that is among the files that it will not be sent', async () => {
  const db = openMemoryDatabase();
  await saveDraft(db, 'd', { patch: { kind: 'information' }, baseRevision: 0, writer: 'a' }, NOON);
  const attachmentId = await attachPdf(db, 'd');
  await addPhoto(db, 'd', { id: 'a', type: 'image/jpeg', bytes: pdfBytes(64), attachmentId }, NOON);
  const review = await readReview(db, 'd', NOON);
  await renderFeature(
    <DraftReview review={review} errorsOf={() => []} hasFailed={false} needsSignIn={false} />,
    { db },
  );
  expect(row('Anexos')).toHaveTextContent('fatura.pdf');
  expect(row('Anexos')).not.toHaveTextContent('por juntar');
});

it('names the request that it is about with the way to change that, also where this device does not have it', async () => {
  await renderReview({ patch: { kind: 'complaint', aboutRequestId: 'earlier' } });
  await within(row('Sobre o pedido')).findByText('Um pedido que não está neste dispositivo');
  const link = within(row('Sobre o pedido')).getByRole('link', { name: 'Alterar o pedido a que se refere' });
  expect(link).toHaveAttribute('href', '/rascunhos/d/descricao?voltar=resumo');
});

it('shows nothing of a complaint for another kind, though it is kept', async () => {
  const complaint = { office: 'Faro', happenedOn: '', wanted: '' };
  await renderReview({ patch: { kind: 'information', complaint } });
  expect(screen.queryByText('Faro')).toBeNull();
  expect(row('Resposta até')).toHaveTextContent('11 de dezembro de 2026 (data prevista)');
});

it('asks whoever acts for another to look at the name, and shows no more of the NISS than its end', async () => {
  await renderReview({ patch: { onBehalfOf: { id: 'a', name: 'Alice Modelo' } } });
  expect(row('Em nome de')).toHaveTextContent('Alice Modelo NISS ••••••••018');
  expect(row('Em nome de')).toHaveTextContent('Confirme o nome: o pedido é feito em nome desta pessoa.');
  expect(within(row('Em nome de')).getByRole('link', { name: /^Alterar/ })).toBeVisible();
});

it('speaks of an organisation as one', async () => {
  await renderReview({ patch: { onBehalfOf: { id: 'b', name: 'Padaria Exemplo, Lda.' } } });
  expect(row('Em nome de')).toHaveTextContent('em nome desta entidade');
});

it('asks nothing of whoever acts for nobody else', async () => {
  await renderReview({ patch: { onBehalfOf: null } });
  expect(row('Em nome de')).toHaveTextContent('João Modelo');
  expect(screen.queryByText(/Confirme o nome/)).toBeNull();
});

it('says before sending that a representation has ended, and leads to the choice', async () => {
  await renderReview({
    patch: { onBehalfOf: { id: 'a', name: 'Alice Modelo' } },
    representations: [bakery],
  });
  expect(row('Em nome de')).toHaveTextContent(/Já não pode agir em nome de .*Alice Modelo/);
  expect(within(row('Em nome de')).getByRole('link', { name: /^Alterar/ })).toBeVisible();
});

it('says first for whom it is', async () => {
  await renderReview({ patch: { onBehalfOf: { id: 'a', name: 'Alice Modelo' } } });
  const [first] = document.querySelectorAll('dt');
  expect(first).toHaveTextContent('Em nome de');
});

it('does not ask a guest to fill in who they are: signing in says that', async () => {
  const db = openMemoryDatabase('guest');
  await saveDraft(db, 'd', { patch: { description: 'Uma dúvida' }, baseRevision: 0, writer: 'a' }, NOON);
  const review = await readReview(db, 'd', NOON);
  await renderFeature(<DraftReview review={review} errorsOf={() => []} hasFailed={false} needsSignIn />, {
    db,
  });
  expect(row('Em nome de')).toHaveTextContent('Escolhe depois de iniciar sessão');
});
