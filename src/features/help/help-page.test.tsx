import { waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import { DEFAULT_LIMITS } from '../../../domain/limits.ts';
import { openMemoryDatabase } from '../../../testing/memory-database.ts';
import { paste } from '../../../testing/paste.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { renderFeature } from '../../../testing/render-feature.tsx';
import { signInAtServer } from '../../../testing/sign-in.ts';
import { keepMetadata } from '../../db/core/metadata.ts';
import { GlossaryPage } from './glossary-page.tsx';
import { HelpPage } from './help-page.tsx';
import { PrivacyPage } from './legal-pages.tsx';
import { STEP_KEYS } from './use-help-groups.tsx';

const THREE_MB = 3 * 1024 * 1024;

beforeEach(() => {
  // jsdom has no layout, so it cannot scroll.
  HTMLElement.prototype.scrollIntoView = vi.fn();
  // jsdom plays nothing, and the film would be told in words.
  vi.spyOn(HTMLMediaElement.prototype, 'canPlayType').mockReturnValue('maybe');
});

async function searchFor(words: string) {
  const { screen, user } = await renderFeature(<HelpPage />);
  await paste(user, screen.getByLabelText('Procurar respostas'), words);
  await waitFor(() => expect(screen.getByText(/^\d+ respostas?$/)).toBeVisible());
  const search = screen.getByRole('region', { name: 'Procurar na ajuda' });
  return [...search.querySelectorAll('summary')].map((summary) => summary.textContent);
}

it('is one screen of closed topics after the first, and opens the one that is pressed', async () => {
  const { screen, user } = await renderFeature(<HelpPage />);
  const open = [...document.querySelectorAll('details[open]')];
  expect(open.map((details) => details.querySelector('h3')?.textContent)).toEqual([
    'Como funciona, passo a passo',
  ]);
  await user.click(screen.getByRole('heading', { level: 3, name: 'Não tenho NISS' }));
  expect(screen.getByText(/tem 11 algarismos e é preciso/)).toBeVisible();
});

it('finds a short answer by an everyday word, without anybody signed in', async () => {
  const { screen, user } = await renderFeature(<HelpPage />);
  await user.type(screen.getByLabelText('Procurar respostas'), 'OPERACAO');
  const summary = await screen.findByText('Subsídio de doença: o que conta');
  await waitFor(() => expect(screen.getByText('1 resposta')).toBeVisible());
  await user.click(summary);
  expect(screen.getByText(/a partir do 4\.º dia/)).toBeVisible();
});

it.each([
  ['telemóvel', 'Iniciar sessão com a Chave Móvel Digital'],
  ['sem internet', 'Sem ligação à Internet'],
  ['prazo', 'Prazos da resposta'],
  ['esqueci a palavra-chave', 'Recuperar palavra-chave'],
  ['recusar a invalidez', 'Recusar a pensão de invalidez, ou não concordar com ela'],
  ['a minha mãe está acamada', 'Passar do 1.º para o 2.º grau de dependência'],
])('finds for «%s» what is said of «%s»', async (words, title) => {
  expect(await searchFor(words)).toContain(title);
});

it('says when no answer is found', async () => {
  const { screen, user } = await renderFeature(<HelpPage />);
  await user.type(screen.getByLabelText('Procurar respostas'), 'xyzxyz');
  expect(await screen.findByText(/Não encontrámos nenhuma resposta/)).toBeVisible();
});

it('shows how it works with a picture of each step, in words too', async () => {
  const { screen } = await renderFeature(<HelpPage />);
  const pictures = screen.getAllByRole('img', { name: /^Ecrã / });
  expect(new Set(pictures.map((picture) => picture.getAttribute('alt'))).size).toBe(STEP_KEYS.length);
});

it('tells the sizes of attachments as the server published them', async () => {
  const db = openMemoryDatabase();
  await keepMetadata(db, 'limits', { ...DEFAULT_LIMITS, attachmentMaxBytes: THREE_MB });
  const { screen } = await renderFeature(<HelpPage />, { db });
  expect(await screen.findByText(/Cada ficheiro pode ter até 3 MB/)).toBeInTheDocument();
});

it('tells the usual sizes to whoever has not signed in', async () => {
  const { screen } = await renderFeature(<HelpPage />);
  expect(screen.getByText(/Cada ficheiro pode ter até 10 MB/)).toBeInTheDocument();
});

it.each([
  ['help', <HelpPage key="help" />],
  ['the page on privacy', <PrivacyPage key="privacy" />],
])('has no dead link within %s', async (_name, page) => {
  const { screen } = await renderFeature(page);
  const anchors = screen
    .getAllByRole('link')
    .map((link) => link.getAttribute('href') ?? '')
    .filter((href) => href.startsWith('#'));
  expect(anchors.length).toBeGreaterThanOrEqual(8);
  for (const anchor of anchors) {
    const target = document.getElementById(anchor.slice(1));
    expect(target, anchor).toHaveAttribute('tabindex', '-1');
  }
});

it('puts whoever comes from the sign-in page at the heading they asked for', async () => {
  const { screen } = await renderApp({ at: '/ajuda#sem-niss' });
  const heading = await screen.findByRole('heading', { name: 'Não tenho NISS' });
  await waitFor(() => expect(heading).toHaveFocus());
  expect(screen.getByText(/tem 11 algarismos e é preciso/)).toBeVisible();
});

it('keeps what is being looked for when somebody is found to be here', async () => {
  const { screen, user, app } = await renderApp({ at: '/ajuda' });
  await paste(user, await screen.findByLabelText('Procurar respostas'), 'prazo');
  const { session, api } = app.services;
  await session.enter(await signInAtServer(api), false);
  expect(await screen.findByRole('button', { name: 'Maria Exemplo' })).toBeVisible();
  expect(screen.getByLabelText('Procurar respostas')).toHaveValue('prazo');
});

it('leads from a hard word, and from the help page, to the glossary', async () => {
  const { screen } = await renderFeature(<HelpPage />);
  expect(screen.getAllByRole('link', { name: 'NISS' })[0]).toHaveAttribute('href', '/glossario#niss');
  expect(screen.getByRole('link', { name: /^Glossário/ })).toHaveAttribute('href', '/glossario');
});

it('explains each hard word at an address of its own, in the order of the alphabet', async () => {
  const { screen } = await renderFeature(<GlossaryPage />);
  expect(screen.getByRole('heading', { level: 1, name: 'Glossário' })).toBeVisible();
  const names = screen.getAllByRole('term').map((term) => term.textContent ?? '');
  expect(names).toEqual([...names].sort(new Intl.Collator('pt-PT').compare));
  expect(document.getElementById('niss')).toHaveTextContent('NISS');
  expect(screen.getByText(/Tem 11 algarismos e começa por 1/)).toBeVisible();
  for (const link of screen.getAllByRole('link')) {
    expect(document.getElementById(link.getAttribute('href')?.slice(1) ?? '')).not.toBeNull();
  }
});
