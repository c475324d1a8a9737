import type { RequestSubmission } from '../contract/types.ts';
import { DEFAULT_LIMITS } from '../domain/limits.ts';
import { citizenMessage, replied, withdrawn } from '../domain/office-moves.ts';
import { BAKERY_ID, JOAO_ID, MARIA_ID } from '../domain/simulator.ts';
import { type Call, worldNow } from './call.ts';
import { FIRST_OFFICE } from './clerk/what-clerk-says.ts';
import { playOffice } from './office.ts';
import { PEOPLE } from './people.ts';
import { keepMessage, keepRequest, registerRequest } from './request-row.ts';
import { STORIES_BY_PERSON, type Story, type StoryStep } from './seed-stories.ts';
import { citizenOf } from './session.ts';
import { keepSession } from './session-rows.ts';
import type { RequestRow } from './tables.ts';
import { writtenTopic } from './topic-labels.ts';
import { afterWorkingDays, atOfficeHour, beforeWorkingDays } from './world-days.ts';

const PHONE_AGO_MS = 3 * 24 * 60 * 60_000;

const CITIZEN_IDS = { maria: MARIA_ID, joao: JOAO_ID, bakery: BAKERY_ID } as const;

/** Fills the world with people, and with requests in every state. */
export async function seedWorld(call: Call): Promise<void> {
  for (const person of PEOPLE) {
    await call.tx.put('citizens', person.id, person);
    await call.tx.put('citizenIdsByNiss', person.niss, person.id);
  }
  await seedPhone(call);
  // The oldest come first, so that references grow with time.
  const told = Object.entries(CITIZEN_IDS).flatMap(([person, citizenId]) =>
    STORIES_BY_PERSON[person as keyof typeof CITIZEN_IDS].map((story) => ({ citizenId, story })),
  );
  told.sort((a, b) => b.story.workingDaysAgo - a.story.workingDaysAgo);
  for (const [index, { citizenId, story }] of told.entries()) await tellStory(call, citizenId, story, index);
}

/** Adds an earlier session of Maria's on a phone that may still keep her words, so that the list of sessions has one besides the citizen's own. */
async function seedPhone(call: Call): Promise<void> {
  const begunAt = call.realNow - PHONE_AGO_MS;
  await keepSession(call, crypto.randomUUID(), {
    citizenId: MARIA_ID,
    id: crypto.randomUUID(),
    ticket: null,
    stage: 'ended',
    way: 'cmd',
    shared: false,
    device: 'Safari, iPhone',
    begunAt,
    seenAt: begunAt,
    erasedAt: null,
    lastSignIn: null,
  });
  const maria = await citizenOf(call, MARIA_ID);
  const lastSignIn = { at: new Date(begunAt).toISOString(), way: 'cmd' } as const;
  await call.tx.put('citizens', MARIA_ID, { ...maria, lastSignIn });
}

/** Adds requests for one citizen, to try lists of any length. Stories repeat; dates and references differ. */
export async function seedMore(call: Call, citizenId: string, from: number, count: number): Promise<void> {
  const stories = STORIES_BY_PERSON.maria;
  for (let index = from; index < from + count; index += 1) {
    const story = stories[index % stories.length];
    if (story)
      await tellStory(
        call,
        citizenId,
        { ...story, description: `${story.description} (${index + 1})` },
        index,
      );
  }
}

async function tellStory(call: Call, citizenId: string, story: Story, index: number): Promise<void> {
  const nowMs = worldNow(call);
  const receivedAtMs = atOfficeHour(beforeWorkingDays(nowMs, story.workingDaysAgo), index, nowMs);
  const content: RequestSubmission = {
    kind: story.kind,
    onBehalfOf: story.onBehalfOf ?? null,
    description: story.description,
    topic: story.topic ? writtenTopic(story.topic) : { status: 'unknown' },
    attachments: [],
    writtenAt: new Date(receivedAtMs).toISOString(),
  };
  let row = await registerRequest(call, citizenId, {
    id: crypto.randomUUID(),
    revision: 1,
    content,
    attachments: [],
    receivedAt: content.writtenAt,
    officeName: FIRST_OFFICE,
  });
  for (const [place, step] of story.steps.entries()) {
    const day = afterWorkingDays(receivedAtMs, step.afterWorkingDays);
    row = await tellStep(call, row, step, atOfficeHour(day, index + place + 1, nowMs));
  }
  if (story.isRead)
    await keepRequest(
      call,
      { ...row, request: { ...row.request, readUpTo: row.request.lastMessageAt } },
      row,
    );
}

async function tellStep(call: Call, row: RequestRow, step: StoryStep, at: number): Promise<RequestRow> {
  if (step.by === 'office') return playOffice(call, row, step.action, at);
  if (step.action === 'withdraw') return keepRequest(call, withdrawn(row, at), row);
  const message = citizenMessage({
    id: crypto.randomUUID(),
    requestId: row.request.id,
    purpose: 'reply',
    body: step.body,
    attachments: [],
    sentAt: new Date(at).toISOString(),
  });
  await keepMessage(call, row.citizenId, message);
  return keepRequest(call, replied(row, 'reply', at, DEFAULT_LIMITS), row);
}
