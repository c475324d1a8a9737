import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { News } from '../news/news.ts';
import { newsMail } from './texts.ts';

const VALUES = {
  reference: 'EC-2026-0000123',
  request: 'https://eclic.exemplo.pt/pedidos/1',
  settings: 'https://eclic.exemplo.pt/definicoes',
};

const LANGUAGES = [
  { language: 'pt', folder: 'pt-PT', tells: ['foi recebido', 'há novidades', 'há novidades sobre o prazo'] },
  { language: 'en', folder: 'en', tells: ['received', 'updated', 'there is an update about a deadline'] },
  {
    language: 'es',
    folder: 'es',
    tells: ['hemos recibido la solicitud', 'hay novedades', 'hay novedades sobre el plazo'],
  },
  {
    language: 'fr',
    folder: 'fr',
    tells: ['a été reçue', 'il y a du nouveau', 'il y a du nouveau sur le délai'],
  },
  { language: 'uk', folder: 'uk', tells: ['отримано', 'є новини', 'є новини щодо строку'] },
] as const;

const NEWS = ['received', 'answered', 'overdue'] as const;

/** The words of each language for an answer or a reply. */
const ANSWER = /answer|repl|respo|respue|répon|відпов/iu;
const COMPLAINT = /complain|reclama|réclama|скарг/iu;

describe.each(LANGUAGES)('a mail of news in $language', ({ language, folder, tells }) => {
  const mailOf = (news: News) => newsMail(language, news, VALUES);
  const textsOf = (file: string) =>
    JSON.parse(readFileSync(new URL(`../../locales/${folder}/${file}.json`, import.meta.url), 'utf8'));

  it('tells of the citizen’s last day and of the office’s in the same words, which speak of no answer', () => {
    expect(mailOf('replySoon')).toEqual(mailOf('overdue'));
    expect(mailOf('replyMissed')).toEqual(mailOf('dueSoon'));
    expect(mailOf('replySoon').text).not.toMatch(ANSWER);
  });

  it('tells whoever sees the screen nothing of a complaint', () => {
    for (const news of NEWS) expect(JSON.stringify(mailOf(news))).not.toMatch(COMPLAINT);
  });

  it('says what Definições and Privacidade say that it says', () => {
    const promises: string[] = [
      textsOf('settings').mail.hint,
      textsOf('legal').privacy.sections.news.items[0],
    ];
    // What is told of a deadline holds the words of other news.
    const withoutDeadline = (text: string) => text.toLowerCase().replace(tells[2], '');
    for (const text of [mailOf('received').text, ...promises]) expect(text.toLowerCase()).toContain(tells[0]);
    for (const text of [mailOf('answered').text, ...promises])
      expect(withoutDeadline(text)).toContain(tells[1]);
    for (const text of [mailOf('overdue').text, ...promises]) expect(text.toLowerCase()).toContain(tells[2]);
  });
});
