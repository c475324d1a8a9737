import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BUNDLED_TOPICS } from '../../domain/topics/bundled-topics.ts';
import { fillIn, PLACEHOLDERS } from './fill-in.ts';
import { findBeginning, findReplies, fittingFirst, judgeReply, type SavedReply } from './saved-replies.ts';
import { STARTER_REPLIES } from './starter-replies.ts';

const known = (lifeEvent: string, subject: string) => ({
  status: 'known' as const,
  version: '2026-11',
  lifeEvent: { id: lifeEvent, label: 'Família' },
  subject: { id: subject, label: 'Abono de família' },
  reason: { id: 'howToApply', label: 'Como pedir' },
});
const request = {
  reference: 'EC-2026-0000123',
  dueOn: '2026-12-11',
  kind: 'information' as const,
  topic: known('family', 'childBenefit'),
};
const reply = (title: string, fields: Partial<SavedReply> = {}): SavedReply => ({
  id: title,
  title,
  body: '',
  topic: null,
  kind: null,
  owner: null,
  beginsAnswer: false,
  ...fields,
});

it('a saved reply is filled with what the request has', () => {
  const text = '{nome}, sobre {tema} ({referência}, {Referencia}) respondemos até {prazo}. {outro}';
  expect(fillIn(text, { citizenName: 'Maria Exemplo', request })).toBe(
    'Maria Exemplo, sobre «Abono de família» (EC-2026-0000123, EC-2026-0000123) respondemos até 11 de dezembro de 2026. {outro}',
  );
  const unknown = { ...request, topic: { status: 'unknown' as const } };
  expect(fillIn('Sobre {tema}.', { citizenName: 'Maria', request: unknown })).toBe('Sobre o seu assunto.');
});

it('whatever somebody is called is put in as it is, once', () => {
  fc.assert(
    fc.property(fc.string(), (citizenName) => {
      expect(fillIn('«{nome}»', { citizenName, request })).toBe(`«${citizenName}»`);
    }),
  );
  expect(fillIn('{nome}', { citizenName: '{tema} $& {nome}', request })).toBe('{tema} $& {nome}');
});

it('what is about the request’s subject comes first, then its life event, then anything, then what is about something else', () => {
  const replies = [
    reply('elsewhere', { topic: 'work' }),
    reply('complaint', { kind: 'complaint' }),
    reply('any'),
    reply('family', { topic: 'family' }),
    reply('child', { topic: 'childBenefit' }),
  ];
  expect(fittingFirst(replies, request).map(({ title }) => title)).toEqual([
    'child',
    'family',
    'any',
    'elsewhere',
    'complaint',
  ]);
});

it('an answer begins with a clerk’s own before everybody’s, then with what is about the nearest topic; of two alike with neither', () => {
  const begin = (title: string, fields: Partial<SavedReply> = {}) =>
    reply(title, { beginsAnswer: true, ...fields });
  const [any, family, child] = [
    begin('any'),
    begin('family', { topic: 'family' }),
    begin('child', { topic: 'childBenefit', kind: 'information' }),
  ];
  const others = [
    reply('not to begin with', { topic: 'childBenefit' }),
    begin('elsewhere', { topic: 'work' }),
    begin('complaint', { topic: 'childBenefit', kind: 'complaint' }),
  ];
  const beginningOf = (...replies: SavedReply[]) => findBeginning([...others, ...replies], request)?.title;
  expect(beginningOf()).toBeUndefined();
  expect(beginningOf(any, family, child)).toBe('child');
  expect(beginningOf(child, begin('again', { topic: 'childBenefit' }))).toBeUndefined();
  const own = begin('own', { topic: 'family', owner: 'ana' });
  expect(beginningOf(any, child, own)).toBe('own');
  expect(beginningOf(child, own, begin('own too', { topic: 'family', owner: 'ana' }))).toBeUndefined();
});

it('a reply is found by the beginnings of its words, in any order and without accents', () => {
  const replies = [reply('Prova escolar', { body: 'Faz-se em julho.' }), reply('Mudar o IBAN')];
  expect(findReplies(replies, 'JULHO escol').map(({ title }) => title)).toEqual(['Prova escolar']);
  expect(findReplies(replies, '')).toEqual(replies);
  expect(findReplies(replies, 'cola')).toEqual([]);
});

it('there are twenty to begin with, each about a topic that there is, sayable as it stands, with its official source', () => {
  expect(STARTER_REPLIES).toHaveLength(20);
  const topics = BUNDLED_TOPICS.lifeEvents.flatMap(({ subjects }) => subjects.map(({ id }) => id));
  for (const { title, topic, body } of STARTER_REPLIES) {
    expect(topics, title).toContain(topic);
    expect(judgeReply({ title, body }), title).toEqual([]);
    expect(body, title).toMatch(/Fonte: \S+\.(pt|eu)\b/);
    for (const used of body.match(/\{[^}]*\}/g) ?? []) expect(PLACEHOLDERS, title).toContain(used);
  }
});
