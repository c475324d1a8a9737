import { waitFor, within } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { paste } from '../../../testing/paste.ts';
import { renderApp } from '../../../testing/render-app.tsx';
import { LANGUAGES, SOURCE_LANGUAGE } from '../../state/kept-preferences.ts';
import { chooseLanguage, findProposal, usePreferences } from '../../state/preferences.ts';

const WORDS = 'Recebi uma carta e não percebo o que devo fazer.';

/** A chosen language holds for as long as the page, so the next test would begin with it. */
afterEach(async () => {
  chooseLanguage(SOURCE_LANGUAGE);
  await waitFor(() => expect(document.documentElement).toHaveAttribute('lang', SOURCE_LANGUAGE));
  usePreferences.setState({ isLanguageChosen: false });
});

/** The texts of the first step in each language. */
const STEP = Object.fromEntries(
  await Promise.all(
    LANGUAGES.map(async ({ code }) => {
      const draft = await import(`../../../locales/${code}/draft.json`);
      const requests = await import(`../../../locales/${code}/requests.json`);
      return [code, { heading: draft.heading.description, kind: requests.kind.clarification }] as const;
    }),
  ),
);

it('whoever changes the language in the middle of a step keeps every word, the place and the focus', async () => {
  const { screen, user, path } = await renderApp({ at: '/rascunhos/novo?convidado=sim' });
  const box = await screen.findByRole('textbox', { name: 'Descrição do pedido' });
  await user.click(screen.getByRole('radio', { name: 'Esclarecer uma dúvida' }));
  await paste(user, box, WORDS);
  const place = path();
  const choice = screen.getByRole('combobox', { name: 'Idioma' });
  expect(
    within(choice)
      .getAllByRole('option')
      .map(({ textContent, lang }) => [lang, textContent]),
  ).toEqual([
    ['pt-PT', 'Português'],
    ['en', 'English'],
    ['es', 'Español'],
    ['fr', 'Français'],
    ['uk', 'Українська'],
  ]);

  for (const { code, name } of [...LANGUAGES].reverse()) {
    await user.selectOptions(choice, name);
    await screen.findByRole('heading', { level: 1, name: STEP[code]?.heading });
    expect(document.documentElement).toHaveAttribute('lang', code);
    expect(document.title).toContain(`${STEP[code]?.heading} – `);
    expect(choice).toHaveFocus();
    expect(box).toBeInTheDocument();
    expect(box).toHaveValue(WORDS);
    expect(screen.getByRole('radio', { name: STEP[code]?.kind })).toBeChecked();
    expect(path()).toBe(place);
  }
  expect(choice).not.toHaveAccessibleDescription();
});

it('*Definições* has the choice itself, and none below it', async () => {
  const { screen } = await renderApp({ at: '/definicoes' });
  await screen.findByRole('radio', { name: 'Português' });
  expect(screen.queryByRole('combobox', { name: 'Idioma' })).toBeNull();
});

it.each([
  ['en', 'The official text is the Portuguese one.'],
  ['es', 'portugués'],
  ['fr', 'portugais'],
  ['uk', 'португальськ'],
] as const)('below every page in %s it stands that the official text is Portuguese', async (code, words) => {
  const { screen, user } = await renderApp({ at: '/ajuda' });
  const choice = await screen.findByRole('combobox', { name: 'Idioma' });
  expect(choice).not.toHaveAccessibleDescription();
  await user.selectOptions(choice, code);
  await waitFor(() => expect(choice).toHaveAccessibleDescription(expect.stringContaining(words)));
});

it.each([
  [
    ['de', 'en-GB', 'pt'],
    'en',
    'e-Clic is also available in English. The official text is the Portuguese one',
  ],
  [['es-AR', 'en'], 'es', 'portugués'],
  [['fr-CA'], 'fr', 'portugais'],
  [['ru', 'uk-UA', 'en'], 'uk', 'португальськ'],
])(
  'a first visit by a browser set to %j is asked in its language, and moves only when it says so',
  async (browserLanguages, code, words) => {
    const texts = await import(`../../../locales/${code}/proposal.json`);
    const help = await import(`../../../locales/${code}/help.json`);
    vi.spyOn(navigator, 'languages', 'get').mockReturnValue(browserLanguages);
    const { screen, user } = await renderApp({ at: '/ajuda' });
    const proposal = await screen.findByRole('region', { name: texts.label });
    expect(proposal).toHaveAttribute('lang', code);
    expect(proposal).toHaveTextContent(words);
    expect(await screen.findByRole('heading', { level: 1, name: 'Ajuda' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: texts.accept }));
    const heading = await screen.findByRole('heading', { level: 1, name: help.heading });
    expect(heading).toHaveFocus();
    expect(screen.queryByRole('button', { name: texts.accept })).toBeNull();
    expect(localStorage.getItem('eclic-language')).toBe(code);
  },
);

it('whoever stays in Portuguese is not asked again', async () => {
  vi.spyOn(navigator, 'languages', 'get').mockReturnValue(['en']);
  const { screen, user } = await renderApp({ at: '/ajuda' });
  await user.click(await screen.findByRole('button', { name: 'Stay in Portuguese' }));
  expect(screen.queryByRole('button', { name: 'Stay in Portuguese' })).toBeNull();
  expect(await screen.findByRole('heading', { level: 1, name: 'Ajuda' })).toHaveFocus();
  expect(localStorage.getItem('eclic-language')).toBe(SOURCE_LANGUAGE);
});

it.each([
  [['en-US', 'en'], 'en'],
  [['de-DE', 'en'], 'en'],
  [['pt-BR', 'en'], null],
  [['es-419', 'en'], 'es'],
  [['fr-CA'], 'fr'],
  [['ru', 'uk', 'en'], 'uk'],
  [['de', 'pt', 'en'], null],
  [['de'], null],
  [[], null],
])('a browser set to %j is asked about %s', (tags, language) => {
  expect(findProposal(tags)).toBe(language);
});
