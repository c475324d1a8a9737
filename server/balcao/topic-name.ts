import type { CitizenRequest, Topics } from '../../contract/types.ts';

/** Returns the label of a life event or a subject; null: none has that id. */
export function topicName({ lifeEvents }: Topics, id: string): string | null {
  const all = lifeEvents.flatMap(({ subjects, ...lifeEvent }) => [lifeEvent, ...subjects]);
  return all.find((each) => each.id === id)?.label ?? null;
}

/**
 * Names the topic of a request by its ids, as a citizen may have chosen it in another language. An id that the tree has no longer keeps its label. Only pages
 * show this request: what is kept and signed has the citizen's labels.
 */
export function nameTopic<Read extends { request: CitizenRequest }>(topics: Topics, read: Read): Read {
  const { topic } = read.request;
  if (topic.status === 'unknown') return read;
  const found = topics.lifeEvents.find(({ id }) => id === topic.lifeEvent.id);
  const { id, label } = found ?? topic.lifeEvent;
  const subject = findSubject(topics, found, topic.subject.id) ?? topic.subject;
  const reason = topics.reasons.find((each) => each.id === topic.reason.id) ?? topic.reason;
  const named = { ...topic, lifeEvent: { id, label }, subject, reason };
  return { ...read, request: { ...read.request, topic: named } };
}

/** Seeks a subject in its own life event first: an id may be that of another topic too. Elsewhere it is surely the same only where no other has that id. */
function findSubject({ lifeEvents }: Topics, own: Topics['lifeEvents'][number] | undefined, id: string) {
  const all = lifeEvents.flatMap(({ subjects }) => subjects).filter((each) => each.id === id);
  return own?.subjects.find((each) => each.id === id) ?? (all.length === 1 ? all[0] : undefined);
}
