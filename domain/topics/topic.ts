/** Who is shown a life event at once. Life events for `morePerson` stand behind *Mostrar mais eventos de vida*; a search finds all. */
export type Audience = 'person' | 'organisation' | 'morePerson';

/** The tree of ids; labels are texts, and stand in `locales`. Ids of subjects are unique in the whole tree. */
export interface TopicTree {
  version: string;
  lifeEvents: { id: string; audience: Audience[]; subjects: { id: string }[] }[];
  reasons: { id: string }[];
}

export type TopicChoice =
  | { status: 'unknown' }
  | {
      status: 'partial' | 'complete';
      lifeEventId: string;
      subjectId: string | null;
      reasonId: string | null;
    };

/** Chooses a life event. Keeps the reason, which fits every subject, and the subject only if it belongs to the new life event. */
export function chooseLifeEvent(topic: TopicChoice | null, id: string, tree: TopicTree): TopicChoice | null {
  const lifeEvent = tree.lifeEvents.find((candidate) => candidate.id === id);
  if (!lifeEvent) return topic;
  const { subjectId, reasonId } = levelsOf(topic);
  const fits = lifeEvent.subjects.some((subject) => subject.id === subjectId);
  return topicOf(id, fits ? subjectId : null, reasonId);
}

/** Chooses a subject and its life event, since a search leads straight to a subject. */
export function chooseSubject(topic: TopicChoice | null, id: string, tree: TopicTree): TopicChoice | null {
  const lifeEvent = tree.lifeEvents.find(({ subjects }) => subjects.some((subject) => subject.id === id));
  if (!lifeEvent) return topic;
  return topicOf(lifeEvent.id, id, levelsOf(topic).reasonId);
}

/** Chooses a reason, which is asked last: without a life event nothing changes. */
export function chooseReason(topic: TopicChoice | null, id: string, tree: TopicTree): TopicChoice | null {
  const isKnown = tree.reasons.some((reason) => reason.id === id);
  if (!isKnown || topic === null || topic.status === 'unknown') return topic;
  return topicOf(topic.lifeEventId, topic.subjectId, id);
}

/** Whether nothing is left to choose; with *Não sei qual é o tema* nothing is. */
export function isComplete(topic: TopicChoice | null): boolean {
  return topic !== null && topic.status !== 'partial';
}

export function visibleLifeEvents(
  tree: TopicTree,
  holder: 'person' | 'organisation',
): { first: string[]; more: string[] } {
  const idsFor = (audience: Audience) =>
    tree.lifeEvents.filter((lifeEvent) => lifeEvent.audience.includes(audience)).map(({ id }) => id);
  return { first: idsFor(holder), more: holder === 'person' ? idsFor('morePerson') : [] };
}

export function levelsOf(topic: TopicChoice | null) {
  return topic === null || topic.status === 'unknown' ? { subjectId: null, reasonId: null } : topic;
}

function topicOf(lifeEventId: string, subjectId: string | null, reasonId: string | null): TopicChoice {
  const status = subjectId !== null && reasonId !== null ? 'complete' : 'partial';
  return { status, lifeEventId, subjectId, reasonId };
}
