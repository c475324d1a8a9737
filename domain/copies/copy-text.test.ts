import { describe, expect, it } from 'vitest';
import type { CitizenRequest, Message } from '../../contract/types.ts';
import { registeredRequest } from '../../testing/builders.ts';
import { COPY_TEXTS } from '../../testing/copy-texts.ts';
import type { CopiedDraft } from './copy-format.ts';
import { topicLabel, writeDraftText, writeRequestText } from './copy-text.ts';

const EMPTY: CopiedDraft = {
  kind: null,
  onBehalfOf: null,
  description: '',
  topic: null,
  createdAt: '2026-11-25T12:00:00.000Z',
  updatedAt: '2026-11-25T12:00:00.000Z',
  waitingSince: null,
  attachments: [],
};

const SUBJECT = { id: 'doenca', label: 'Subsídio de doença' };
const EVENT = { id: 'saude', label: 'Doença' };

describe('writeDraftText', () => {
  it('shows what is not filled in yet as such', () => {
    expect(writeDraftText(EMPTY, null, COPY_TEXTS)).toBe(
      'O que pretende?\n–\n\nTema\n–\n\nDescrição do pedido\n–\n\nAnexos\n–\n\nÚltima alteração\n2026-11-25T12:00:00.000Z\n',
    );
  });

  it('says the topic in the language of its other words', () => {
    const topic = {
      status: 'known',
      version: '1',
      lifeEvent: EVENT,
      subject: SUBJECT,
      reason: { id: 'prazo', label: 'Prazo' },
    } as const;
    const topicLabels = {
      lifeEvent: { saude: 'Illness' },
      subject: { doenca: 'Sickness benefit' },
      reason: {},
    };
    expect(writeDraftText({ ...EMPTY, topic }, null, { ...COPY_TEXTS, topicLabels })).toContain(
      'Illness › Sickness benefit › Prazo\n',
    );
  });

  it('says on whose behalf it is, about which request, and since when it waits', () => {
    const onBehalfOf = { id: 'c_alice', name: 'Alice Modelo' };
    const text = writeDraftText(
      { ...EMPTY, onBehalfOf, waitingSince: '2026-11-26T08:00:00.000Z' },
      'EC-2026-0000124',
      COPY_TEXTS,
    );
    expect(text).toContain('Em nome de\nAlice Modelo\n');
    expect(text).toContain('Sobre o pedido\nEC-2026-0000124\n');
    expect(text).toContain('Por enviar desde\n2026-11-26T08:00:00.000Z\n');
  });

  it('says what a complaint was asked, as far as it was filled in, and of other kinds nothing of it', () => {
    const complaint = { office: 'Serviço de Faro', happenedOn: '', wanted: 'Que respondam' };
    expect(writeDraftText({ ...EMPTY, kind: 'complaint', complaint }, null, COPY_TEXTS)).toContain(
      'Descrição do pedido\n–\n\nServiço de que reclama\nServiço de Faro\n\nO que gostaria que fosse feito?\nQue respondam\n\nAnexos',
    );
    expect(writeDraftText({ ...EMPTY, kind: 'information', complaint }, null, COPY_TEXTS)).not.toContain(
      'Faro',
    );
  });
});

it('a readable copy tells a correction from other messages', () => {
  const correction: Message = {
    id: 'm',
    requestId: 'r',
    author: 'citizen',
    purpose: 'correction',
    officeName: null,
    body: 'Recebi a nota de outubro.',
    attachments: [],
    sentAt: '2026-11-26T08:00:00.000Z',
  };
  expect(
    writeRequestText(registeredRequest('r'), [correction], null, null, COPY_TEXTS, () => true),
  ).toContain('Mensagens\nEu, 2026-11-26T08:00:00.000Z, descrição corrigida\nRecebi a nota de outubro.\n');
});

it('a readable copy names the day of the answer only while the office has the turn', () => {
  const textOf = (changes: Partial<CitizenRequest>) =>
    writeRequestText(registeredRequest('r', changes), [], null, null, COPY_TEXTS, () => true);
  expect(textOf({ state: 'inReview' })).toContain('Resposta até\n2026-12-11\n');
  expect(textOf({ state: 'awaitingCitizen', deadlinePaused: true })).not.toContain('Resposta até');
  expect(textOf({ state: 'answered' })).not.toContain('Resposta até');
});

describe('topicLabel', () => {
  it('reads as the path that was chosen, as far as it goes', () => {
    const topic = {
      status: 'begun',
      version: '1',
      lifeEvent: EVENT,
      subject: SUBJECT,
      reason: null,
    } as const;
    expect(topicLabel(topic, COPY_TEXTS)).toBe('Doença › Subsídio de doença');
    expect(topicLabel({ status: 'unknown' }, COPY_TEXTS)).toBe('Não sei qual é o tema');
  });
});
