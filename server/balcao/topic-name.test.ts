import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Browser } from '../../contract/conformance/subject.ts';
import type { Topics } from '../../contract/types.ts';
import ukrainian from '../../locales/uk/topics.json' with { type: 'json' };
import { keepReply } from '../saved-replies/saved-replies.ts';
import { type ClerkBrowser, hiddenFields } from '../testing/clerk-browser.ts';
import { makeRequest, setUpOffice } from '../testing/office-world.ts';
import { NOT_LISTED } from '../topics/published-topics.ts';
import { nameTopic } from './topic-name.ts';
import { topicWords } from './words.ts';

/** The topic of somebody who writes in Ukrainian. */
const IBAN = {
  status: 'known' as const,
  version: '2026-11',
  lifeEvent: { id: 'payments', label: ukrainian.lifeEvent.payments },
  subject: { id: 'ibanChange', label: ukrainian.subject.ibanChange },
  reason: { id: 'clarifyMySituation', label: ukrainian.reason.clarifyMySituation },
};
const CYRILLIC = /\p{Script=Cyrillic}/u;

const office = await setUpOffice();
let olena: Browser;
let ana: ClerkBrowser;

beforeEach(async () => {
  olena = await office.signInMaria();
  ana = await office.openDesk('ana');
});

it('a clerk reads in Portuguese what a citizen has chosen in another language', async () => {
  const { path } = await makeRequest(olena, {
    kind: 'complaint',
    topic: IBAN,
    description: 'Mudei de banco.',
  });
  const { path: beside } = await makeRequest(olena);
  const pages = [
    await ana.get('/balcao'),
    await ana.get('/balcao/reclamacoes'),
    await ana.get(path),
    await ana.get(beside),
    await ana.post('/balcao/procurar', { procurar: 'banco' }),
  ];
  for (const { address, text } of pages) {
    expect(text, address).toContain(path);
    expect(text, address).toContain('Alteração de IBAN');
    expect(text, address).not.toMatch(CYRILLIC);
  }
  expect(pages[2]?.text).toContain(
    '<dd>Pagamentos › Alteração de IBAN › Esclarecer dúvidas sobre a minha situação</dd>',
  );
});

it('a saved reply names the topic in Portuguese, whether it begins the answer or is chosen', async () => {
  const reply = {
    title: 'IBAN',
    body: 'Sobre {tema}, esclarecemos:',
    topic: 'ibanChange',
    kind: null,
    owner: null,
  };
  const id = randomUUID();
  await keepReply(office.context.db, { ...reply, id, beginsAnswer: true });
  const { path } = await makeRequest(olena, { topic: IBAN });
  const filled = 'Sobre «Alteração de IBAN», esclarecemos:</textarea>';
  const page = await ana.get(path);
  expect(page.text).toContain(`>${filled}`);
  const typed = { ...hiddenFields(page, 'answer'), mensagem: 'Bom dia.' };
  const chosen = await ana.post(`${path}/resposta-guardada`, { ...typed, por: id });
  expect(chosen.text).toContain(`Bom dia.\n\n${filled}`);
});

it('whatever somebody writes in the place of a topic, a clerk reads that it is not in the list, and no answer begins with it', async () => {
  const made = { id: 'made', label: 'Telefone já para o 760 000 000' };
  const reply = { title: 'A', body: 'Sobre {tema}, sim.', topic: null, kind: null, owner: null };
  await keepReply(office.context.db, { ...reply, id: randomUUID(), beginsAnswer: true });
  const { path } = await makeRequest(olena, { topic: { ...IBAN, subject: made, reason: made } });
  const { path: all } = await makeRequest(olena, {
    description: 'Mudei de banco.',
    topic: { ...IBAN, lifeEvent: made, subject: made, reason: made },
  });
  const { text } = await ana.get(path);
  expect(text).toContain('<dd>Pagamentos › Tema que não está na lista</dd>');
  expect(text).toContain('>Sobre o seu assunto, sim.</textarea>');
  expect((await ana.get(all)).text).toContain('<dd>Tema que não está na lista</dd>');
  const pages = [
    await ana.get('/balcao'),
    await ana.get(path),
    await ana.post('/balcao/procurar', { procurar: 'banco' }),
  ];
  for (const page of pages) {
    expect(page.text, page.address).toContain('Tema que não está na lista');
    expect(page.text, page.address).not.toContain('760 000');
  }
});

it('a topic of e-Clic’s own tree keeps its name where the institution has put another in its place', () => {
  const topics = { version: '2027', lifeEvents: [], reasons: [] };
  const { request } = nameTopic(topics, { request: { topic: IBAN } });
  expect(topicWords(request)).toBe(
    'Pagamentos › Alteração de IBAN › Esclarecer dúvidas sobre a minha situação',
  );
});

describe('A subject', () => {
  const topics: Topics = {
    version: '2026-11',
    lifeEvents: [
      {
        id: 'housing',
        label: 'Habitação',
        subjects: [
          { id: 'rent', label: 'Apoio à renda' },
          { id: 'iban', label: 'Alteração de IBAN' },
        ],
      },
      { id: 'rent', label: 'Arrendamento', subjects: [{ id: 'rent', label: 'Contrato de arrendamento' }] },
      { id: 'work', label: 'Trabalho', subjects: [] },
    ],
    reasons: [IBAN.reason],
  };

  it.each([
    [
      'with the id of its life event, and of another’s subject, has its own name',
      'rent',
      'rent',
      'Contrato de arrendamento',
    ],
    ['that stands under another life event by now is named as there', 'work', 'iban', 'Alteração de IBAN'],
    [
      'whose life event the tree has no longer is named as where it stands',
      'gone',
      'iban',
      'Alteração de IBAN',
    ],
    ['whose id two of other life events have is none of them for certain', 'work', 'rent', NOT_LISTED],
  ])('%s', async (_which, lifeEventId, subjectId, label) => {
    const { request } = await office.context.db
      .selectFrom('requests')
      .select('request')
      .executeTakeFirstOrThrow();
    const chosen = {
      ...IBAN,
      lifeEvent: { id: lifeEventId, label: 'Подія' },
      subject: { id: subjectId, label: 'Оренда' },
    };
    const { topic } = nameTopic(topics, { request: { ...request, topic: chosen } }).request;
    const found = topics.lifeEvents.find(({ id }) => id === lifeEventId) ?? { label: NOT_LISTED };
    expect(topic).toMatchObject({ lifeEvent: { label: found.label }, subject: { label } });
  });
});
