import { waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';
import { renderFeature } from '../../testing/render-feature.tsx';
import { GlossaryPage } from './glossary-page.tsx';
import { HelpPage } from './help-page.tsx';

it('finds a short answer by an everyday word, without anybody signed in', async () => {
  const { screen, user } = await renderFeature(<HelpPage />);
  await user.type(screen.getByLabelText('Procurar respostas'), 'BAIXA medica');
  const summary = await screen.findByText('Subsídio de doença: o que conta');
  await waitFor(() => expect(screen.getByText('1 resposta')).toBeVisible());
  await user.click(summary);
  expect(screen.getByText(/a partir do 4\.º dia/)).toBeVisible();
});

it('says when no answer is found', async () => {
  const { screen, user } = await renderFeature(<HelpPage />);
  await user.type(screen.getByLabelText('Procurar respostas'), 'xyzxyz');
  expect(await screen.findByText(/Não encontrámos nenhuma resposta/)).toBeVisible();
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
