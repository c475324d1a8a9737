import type { CitizenRequest, Labelled, Topics } from '../../contract/types.ts';

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
  const named = ({ id, label }: Labelled) => ({ id, label: topicName(topics, id) ?? label });
  const lifeEvent = named(topic.lifeEvent);
  const subject = named(topic.subject);
  const reason = topics.reasons.find(({ id }) => id === topic.reason.id) ?? topic.reason;
  return { ...read, request: { ...read.request, topic: { ...topic, lifeEvent, subject, reason } } };
}
