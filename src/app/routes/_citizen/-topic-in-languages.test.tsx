import { waitFor, within } from '@testing-library/react';
import { afterEach, expect, it } from 'vitest';
import { paste } from '../../../../testing/paste.ts';
import { renderApp } from '../../../../testing/render-app.tsx';
import { signInOnPage } from '../../../../testing/sign-in-on-page.ts';
import { SOURCE_LANGUAGE } from '../../../state/kept-preferences.ts';
import { chooseLanguage, usePreferences } from '../../../state/preferences.ts';

/** A chosen language holds for as long as the page, so the next test would begin with it. */
afterEach(async () => {
  chooseLanguage(SOURCE_LANGUAGE);
  await waitFor(() => expect(document.documentElement).toHaveAttribute('lang', SOURCE_LANGUAGE));
  usePreferences.setState({ isLanguageChosen: false });
});

type Labels = Record<'lifeEvent' | 'subject' | 'reason', Record<string, string>>;

/** The topic of one of Maria's requests. */
const IDS = ['payments', 'refunds', 'addOrCorrectDocuments'] as const;

async function pathIn(language: string): Promise<{ path: string; subject: string }> {
  const { default: labels }: { default: Labels } = await import(
    `../../../../locales/${language}/topics.json`
  );
  const [lifeEvent, subject, reason] = IDS;
  const path = [labels.lifeEvent[lifeEvent], labels.subject[subject], labels.reason[reason]].join(' › ');
  return { path, subject: labels.subject[subject] ?? '' };
}

const saying = (words: string) => (name: string) => name.includes(words);

async function openList(language: 'en' | 'uk') {
  const page = await renderApp({ at: '/entrar?voltar=/pedidos' });
  await signInOnPage(page);
  await page.user.selectOptions(await page.screen.findByRole('combobox', { name: 'Idioma' }), language);
  await waitFor(() => expect(document.documentElement).toHaveAttribute('lang', language));
  return page;
}

it.each(['en', 'uk'] as const)(
  'in %s the topic of a request is said in that language, and its receipt says it as it was filed too',
  async (language) => {
    const { path, subject } = await pathIn(language);
    const filed = await pathIn(SOURCE_LANGUAGE);
    const { screen, user, app } = await openList(language);
    const card = await screen.findByRole('link', { name: saying(`: ${subject}`) });
    expect(screen.queryByRole('link', { name: saying(filed.subject) })).toBeNull();

    await user.click(card);
    const heading = await screen.findByRole('heading', { level: 1, name: saying(path) });
    expect(heading).not.toHaveTextContent(filed.path);
    const requestId = app.router.state.location.pathname.split('/').at(-1) ?? '';

    await app.router.navigate({ to: '/pedidos/$requestId/comprovativo', params: { requestId } });
    const rows = await screen.findAllByText(path);
    expect(rows[0]).toBeVisible();
    expect(screen.getByText(filed.path)).toBeVisible();

    await app.router.navigate({ to: '/resumo' });
    const [table] = await screen.findAllByRole('table');
    const lifeEvent = path.split(' › ')[0] ?? '';
    expect(within(table as HTMLElement).getByRole('rowheader', { name: lifeEvent })).toBeVisible();
  },
);

it('the search finds a request by the reader’s words for its topic, and by those of its filing', async () => {
  const { subject } = await pathIn('en');
  const { screen, user } = await openList('en');
  await screen.findByRole('link', { name: saying(subject) });
  const box = screen.getByRole('searchbox');
  for (const words of [subject, 'Restituições']) {
    await user.clear(box);
    await paste(user, box, words);
    await screen.findByRole('heading', { level: 2, name: /^1 / });
    expect(screen.getByRole('link', { name: saying(subject) })).toBeVisible();
  }
});
