import { waitFor } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { chooseLanguage, findProposal, SOURCE_LANGUAGE, usePreferences } from '../state/preferences.ts';
import { renderApp } from '../testing/render-app.tsx';

const WORDS = 'Recebi uma carta e não percebo o que devo fazer.';

/** What was chosen holds for the page, so the next test would begin with it. */
afterEach(async () => {
  chooseLanguage(SOURCE_LANGUAGE);
  await waitFor(() => expect(document.documentElement).toHaveAttribute('lang', SOURCE_LANGUAGE));
  usePreferences.setState({ isLanguageChosen: false });
});

it('whoever changes the language in the middle of a step keeps every word, the place and the focus', async () => {
  const { screen, user, path } = await renderApp({ at: '/rascunhos/novo?convidado=sim' });
  const box = await screen.findByRole('textbox', { name: 'Descrição do pedido' });
  await user.click(screen.getByRole('radio', { name: 'Esclarecer uma dúvida' }));
  await user.type(box, WORDS);
  const place = path();

  const choice = screen.getByRole('combobox', { name: 'Idioma' });
  await user.selectOptions(choice, 'English');
  await screen.findByRole('heading', { level: 1, name: 'Description of the request' });
  expect(document.documentElement).toHaveAttribute('lang', 'en');
  expect(document.title).toBe('Step 1 of 4: Description of the request – Create request – e-Clic');
  expect(choice).toHaveFocus();
  expect(choice).toHaveAccessibleDescription(/The official text is the Portuguese one/);
  expect(box).toBeInTheDocument();
  expect(box).toHaveValue(WORDS);
  expect(screen.getByRole('radio', { name: 'Clear up a doubt' })).toBeChecked();
  expect(path()).toBe(place);
});

it('the first visit is asked in the language of its browser, and moves only when it says so', async () => {
  const { screen, user } = await renderApp({ at: '/ajuda', browserLanguages: ['de', 'en-GB', 'pt'] });
  await screen.findByText(/^e-Clic is also in English\. The official text is the Portuguese one/);
  expect(await screen.findByRole('heading', { level: 1, name: 'Ajuda' })).toBeVisible();
  await user.click(screen.getByRole('button', { name: 'Change to English' }));
  const heading = await screen.findByRole('heading', { level: 1, name: 'Help' });
  expect(heading).toHaveFocus();
  expect(screen.queryByRole('button', { name: 'Change to English' })).toBeNull();
  expect(localStorage.getItem('eclic-language')).toBe('en');
});

it('whoever stays in Portuguese is not asked again', async () => {
  const { screen, user } = await renderApp({ at: '/ajuda', browserLanguages: ['en'] });
  await user.click(await screen.findByRole('button', { name: 'Stay in Portuguese' }));
  expect(screen.queryByRole('button', { name: 'Stay in Portuguese' })).toBeNull();
  expect(await screen.findByRole('heading', { level: 1, name: 'Ajuda' })).toHaveFocus();
  expect(localStorage.getItem('eclic-language')).toBe(SOURCE_LANGUAGE);
});

it.each([
  [['en-US', 'en'], 'en'],
  [['de-DE', 'en'], 'en'],
  [['pt-BR', 'en'], null],
  [['de', 'pt', 'en'], null],
  [['de'], null],
  [[], null],
])('a browser set to %j is asked about %s', (tags, language) => {
  expect(findProposal(tags)).toBe(language);
});
