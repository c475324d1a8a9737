import { randomUUID } from 'node:crypto';
import { decideReadMark, decideWithdrawal } from '../../domain/decide/follow-up.ts';
import { BAKERY_ID, JOAO_ID, MARIA_ID } from '../../domain/simulator.ts';
import { STORIES_BY_PERSON, type Story, type StoryStep } from '../../mocks/seed-stories.ts';
import { writtenTopic } from '../../mocks/topic-labels.ts';
import { afterWorkingDays, atOfficeHour, beforeWorkingDays } from '../../mocks/world-days.ts';
import type { Context } from '../context.ts';
import { followUp } from '../requests/follow-up.ts';
import type { NamedRequest } from '../requests/in-order.ts';
import { sendReply } from '../requests/send-reply.ts';
import { submitRequest } from '../requests/submit-request.ts';
import { playClerk } from './play-clerk.ts';

const CITIZEN_IDS = { maria: MARIA_ID, joao: JOAO_ID, bakery: BAKERY_ID } as const;

/** Gives this server the stories of the pretend server: people with requests in every state. */
export async function tellStories(context: Context): Promise<void> {
  const told = Object.entries(CITIZEN_IDS).flatMap(([person, citizenId]) =>
    STORIES_BY_PERSON[person as keyof typeof CITIZEN_IDS].map((story) => ({ citizenId, story })),
  );
  told.sort((a, b) => b.story.workingDaysAgo - a.story.workingDaysAgo);
  for (const [index, { citizenId, story }] of told.entries())
    await tellStory(context, citizenId, story, index);
}

async function tellStory(context: Context, citizenId: string, story: Story, index: number): Promise<void> {
  const now = context.clocks.officeNow();
  const receivedAt = atOfficeHour(beforeWorkingDays(now, story.workingDaysAgo), index, now);
  const named = { citizenId, id: randomUUID() };
  await submitRequest(at(context, receivedAt), {
    ...named,
    revision: 1,
    content: {
      kind: story.kind,
      onBehalfOf: story.onBehalfOf ?? null,
      description: story.description,
      topic: story.topic ? writtenTopic(story.topic) : { status: 'unknown' },
      attachments: [],
      writtenAt: new Date(receivedAt).toISOString(),
    },
  });
  for (const [place, step] of story.steps.entries()) {
    const day = afterWorkingDays(receivedAt, step.afterWorkingDays);
    await tellStep(at(context, atOfficeHour(day, index + place + 1, now)), named, step);
  }
  if (story.isRead)
    await followUp(context, named, (facts, atMs) =>
      decideReadMark(facts, { readUpTo: new Date(now).toISOString() }, atMs),
    );
}

async function tellStep(context: Context, named: NamedRequest, step: StoryStep): Promise<void> {
  if (step.by === 'office') return playClerk(context, named, step.action);
  if (step.action === 'withdraw') {
    await followUp(context, named, decideWithdrawal);
    return;
  }
  await sendReply(context, {
    citizenId: named.citizenId,
    requestId: named.id,
    id: randomUUID(),
    revision: 1,
    content: { purpose: 'reply', body: step.body, attachments: [], writtenAt: new Date().toISOString() },
  });
}

function at(context: Context, ms: number): Context {
  return { ...context, clocks: { ...context.clocks, officeNow: () => ms } };
}
