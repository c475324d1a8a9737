import { waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { NOON } from '../../../testing/builders.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { renderFeature } from '../../../testing/render-feature.tsx';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { keepProfile } from '../../db/core/metadata.ts';
import { readDraft } from '../../db/drafts/drafts.ts';
import { openDraft, saveDraft } from '../../db/drafts/save-draft.ts';
import { DescriptionStep } from './description-step.tsx';

const joao = { id: 'j', name: 'João Modelo', maskedNiss: '…007', holder: 'person' } as const;
const alice = { ...joao, id: 'a', name: 'Alice Modelo' };
const bakery = {
  id: 'b',
  name: 'Padaria Exemplo, Lda.',
  maskedNiss: '…001',
  holder: 'organisation',
} as const;
const contact = { channel: 'sms', masked: '…' } as const;
const ENDED = /Já não pode agir em nome de .*Alice Modelo/;

async function writeForAlice(db: CitizenDatabase) {
  const onBehalfOf = { id: alice.id, name: alice.name };
  const patch = { kind: 'information', description: 'Quando recebe a Alice a pensão?', onBehalfOf } as const;
  await saveDraft(db, 'd', { patch, baseRevision: 0, writer: 'a' }, NOON);
}

async function renderStep(db: CitizenDatabase) {
  const draft = await openDraft(db, 'd', NOON);
  const step = <DescriptionStep draftId="d" draft={draft} returnsToReview={false} />;
  return renderFeature(step, { db, address: '/rascunhos/d/descricao' });
}

const optionsOf = (select: HTMLElement) => [...select.children].map((option) => option.textContent);

it('offers the people and organisations that the citizen may act for, after the citizen', async () => {
  const db = openMemoryDatabase();
  await keepProfile(db, { citizen: joao, representations: [alice, bakery], contact });
  const { screen } = await renderStep(db);
  const select = await screen.findByRole('combobox', { name: 'Em nome de' });
  expect(optionsOf(select)).toEqual([
    expect.stringContaining('João Modelo'),
    'Alice Modelo',
    'Padaria Exemplo, Lda.',
  ]);
});

it('keeps in sight whom the citizen can no longer act for, says so, and does not offer her again', async () => {
  const db = openMemoryDatabase();
  await writeForAlice(db);
  await keepProfile(db, { citizen: joao, representations: [alice, bakery], contact });
  const { screen, user } = await renderStep(db);
  const select = await screen.findByRole('combobox', { name: 'Em nome de' });
  expect(select).not.toHaveAccessibleDescription(ENDED);

  await keepProfile(db, { citizen: joao, representations: [bakery], contact });
  await waitFor(() => expect(select).toHaveAccessibleDescription(ENDED));
  expect(select).toHaveDisplayValue('Alice Modelo');
  await user.click(screen.getByRole('button', { name: 'Continuar' }));
  expect(await screen.findByRole('link', { name: ENDED })).toBeVisible();

  await user.selectOptions(select, 'Padaria Exemplo, Lda.');
  await waitFor(async () => expect((await readDraft(db, 'd'))?.onBehalfOf?.id).toBe('b'));
  expect(optionsOf(select)).toHaveLength(2);
});

it('stays where it is for whoever acts for nobody any more', async () => {
  const db = openMemoryDatabase();
  await writeForAlice(db);
  await keepProfile(db, { citizen: joao, representations: [], contact });
  const { screen, user, pathname } = await renderStep(db);
  const select = await screen.findByRole('combobox', { name: 'Em nome de' });
  await user.selectOptions(select, 'self');
  expect(screen.getByRole('combobox', { name: 'Em nome de' })).toBe(select);
  await user.click(screen.getByRole('button', { name: 'Continuar' }));
  await waitFor(() => expect(pathname()).toBe('/rascunhos/d/tema'));
  expect((await readDraft(db, 'd'))?.onBehalfOf).toBeNull();
});

it('is no choice for whoever may represent nobody, who reads why, where one registers it, and what paper can do', async () => {
  const db = openMemoryDatabase();
  await keepProfile(db, { citizen: joao, representations: [], contact });
  const { screen, user } = await renderStep(db);
  await user.click(await screen.findByText('Escreve por outra pessoa?'));
  expect(screen.getByText(/uma representação registada na Segurança Social/)).toBeVisible();
  expect(screen.getByText(/regista-se na Segurança Social Direta/)).toBeVisible();
  expect(screen.getByText(/imprimir o rascunho, no resumo, para a outra pessoa o assinar/)).toBeVisible();
  expect(screen.queryByRole('combobox', { name: 'Em nome de' })).toBeNull();
});

it('is chosen by a guest after signing in, and they are told', async () => {
  const { screen, user } = await renderStep(openMemoryDatabase('guest'));
  await user.click(await screen.findByText('Escreve por outra pessoa?'));
  expect(screen.getByText('Depois de iniciar sessão, escolhe em nome de quem é.')).toBeVisible();
});
