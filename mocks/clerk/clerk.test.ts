import { describe, expect, it } from 'vitest';
import {
  type Browser,
  playOffice,
  type Subject,
  signIn,
  submission,
  submit,
} from '../../contract/conformance/subject.ts';
import tree from '../../contract/topics.json' with { type: 'json' };
import type { ChangePage, Message, RequestKind } from '../../contract/types.ts';
import answers from '../../locales/pt-PT/answers.json' with { type: 'json' };
import { createMemoryStore } from '../memory-store.ts';
import { STORIES_BY_PERSON } from '../seed-stories.ts';
import { createMockServer } from '../server.ts';
import { createTestClock } from '../testing/test-clock.ts';
import { writtenTopic } from '../topic-labels.ts';
import { WRITTEN_ANSWERS } from './what-clerk-says.ts';

const KNOWN = tree.lifeEvents.flatMap(({ subjects }) => subjects.map(({ id }) => id));

function newSubject(): Subject {
  const server = createMockServer(createMemoryStore(), createTestClock().now);
  return { server, advance: () => {}, stop: async () => {} };
}

interface Asked {
  kind: RequestKind;
  topic: Parameters<typeof writtenTopic>[0] | null;
  actions?: readonly string[];
}

/** Submits a request of Maria's, plays the clerk, and returns the clerk's last message. */
async function said(maria: Browser, { kind, topic, actions = ['answer'] }: Asked): Promise<Message> {
  const id = crypto.randomUUID();
  const written = topic ? writtenTopic(topic) : ({ status: 'unknown' } as const);
  await submit(maria, id, submission({ kind, topic: written }));
  for (const action of actions) await playOffice(maria, id, action);
  const { body } = await maria.send<ChangePage>('GET', '/changes?limit=500');
  const messages = body.changes.flatMap((change) =>
    change.type === 'message' && change.message.requestId === id ? [change.message] : [],
  );
  const last = messages.at(-1);
  if (!last) throw new Error('The clerk said nothing');
  return last;
}

describe('The pretend clerk', () => {
  it('answers somebody ill about days of illness, and not about contributions', async () => {
    const maria = await signIn(newSubject());
    const topic = ['illness', 'sicknessBenefit', 'notReceivedOrWrongAmount'] as const;
    const { body, attachments } = await said(maria, { kind: 'clarification', topic });
    expect(body).toMatch(/a partir do 4\.º dia de baixa/);
    expect(body).not.toMatch(/contribuiç/);
    expect(attachments).toEqual([]);
  });

  it('names the request, says when it was made and when it is answered', async () => {
    const maria = await signIn(newSubject());
    const { body } = await said(maria, { kind: 'information', topic: null });
    expect(body).toMatch(
      /^Bom dia\.\n\nRespondemos ao seu pedido EC-2026-\d{7}, de 25 de novembro de 2026\./,
    );
    expect(body).toMatch(/, 25 de novembro de 2026$/);
  });

  it('puts the document that was asked for into the envelope, by its name', async () => {
    const maria = await signIn(newSubject());
    const topic = ['payments', 'contributionStatus', 'askForDocument'] as const;
    const { body, attachments } = await said(maria, { kind: 'documents', topic });
    expect(body).toContain('Juntamos o documento que pediu, em PDF: Declaração de situação contributiva.');
    expect(attachments.map(({ name }) => name)).toEqual([
      'Declaração de situação contributiva de 2026-11-25.pdf',
    ]);
  });

  it('asks for a paper that belongs to the subject', async () => {
    const maria = await signIn(newSubject());
    const topic = ['illness', 'sicknessBenefit', 'clarifyMySituation'] as const;
    const { body } = await said(maria, { kind: 'clarification', topic, actions: ['ask'] });
    expect(body).toContain('o certificado de incapacidade (CIT)');
  });

  it('does not say the same again to whoever asks about the answer', async () => {
    const maria = await signIn(newSubject());
    const topic = ['illness', 'sicknessBenefit', 'clarifyMySituation'] as const;
    const { body } = await said(maria, { kind: 'clarification', topic, actions: ['answer', 'answer'] });
    expect(body).toContain('Lemos o que nos escreveu sobre a nossa resposta.');
    expect(body).not.toContain('4.º dia');
  });
});

describe('What it has written', () => {
  const ofEveryKind = WRITTEN_ANSWERS.filter(({ subjectIds }) => subjectIds.length === 0);

  it('is thirty answers and more, each about subjects of the tree, and one of each kind for all others', () => {
    expect(WRITTEN_ANSWERS.length - ofEveryKind.length).toBeGreaterThanOrEqual(30);
    const named = WRITTEN_ANSWERS.flatMap(({ subjectIds }) => subjectIds);
    expect(named.filter((id) => !KNOWN.includes(id))).toEqual([]);
    expect(ofEveryKind.flatMap(({ kinds }) => kinds).sort()).toEqual([
      'clarification',
      'complaint',
      'documents',
      'information',
    ]);
  });

  it('says no figure that the short answers do not say', () => {
    const backed = new Set(figuresIn(JSON.stringify(answers.items)));
    const unbacked = WRITTEN_ANSWERS.flatMap(({ text }) => figuresIn(text).filter((one) => !backed.has(one)));
    expect(unbacked).toEqual([]);
  });

  it('has an answer of its own for all that is answered in the world of the first day', () => {
    const bare = Object.values(STORIES_BY_PERSON)
      .flat()
      .filter(({ steps }) => steps.some(({ action }) => action === 'answer'))
      .filter(
        ({ kind, topic }) =>
          !WRITTEN_ANSWERS.some(
            ({ kinds, subjectIds }) => kinds.includes(kind) && subjectIds.includes(topic?.[1] ?? ''),
          ),
      );
    expect(bare).toEqual([]);
  });
});

/** Lists each figure with what it counts: *90 dias*, *34,75 %*. */
function figuresIn(text: string): string[] {
  return (
    text
      .match(/\d[\d\s.,ªº]*(?:dias?|meses|anos|horas|semana|IAS|grau|%|€)/gu)
      ?.map((figure) => figure.replace(/\s+/g, ' ')) ?? []
  );
}
