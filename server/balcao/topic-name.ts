import type { CitizenRequest, Labelled, Topics } from '../../contract/types.ts';
import { NOT_LISTED, publishedTrees } from '../topics/published-topics.ts';

type KnownTopic = Extract<CitizenRequest['topic'], { status: 'known' }>;

/** Returns the label of a life event or a subject; null: none has that id. */
export function topicName({ lifeEvents }: Topics, id: string): string | null {
  const all = lifeEvents.flatMap(({ subjects, ...lifeEvent }) => [lifeEvent, ...subjects]);
  return all.find((each) => each.id === id)?.label ?? null;
}

/**
 * Names the topic of a request by its ids, as a citizen may have chosen it in another language, or have sent any words. Only pages show this request: what is
 * kept and signed has the citizen's labels.
 */
export function nameTopic<Read extends { request: Pick<CitizenRequest, 'topic'> }>(
  topics: Topics,
  read: Read,
): Read {
  const { topic } = read.request;
  if (topic.status === 'unknown') return read;
  const trees = publishedTrees(topics);
  const name = ({ id }: Labelled, find: (tree: Topics) => Labelled | undefined) => ({
    id,
    label: trees.map(find).find((found) => found !== undefined)?.label ?? NOT_LISTED,
  });
  const lifeEvent = name(topic.lifeEvent, (tree) => findLifeEvent(tree, topic.lifeEvent.id));
  const subject = name(topic.subject, (tree) => findSubject(tree, topic));
  const reason = name(topic.reason, ({ reasons }) => reasons.find(({ id }) => id === topic.reason.id));
  return { ...read, request: { ...read.request, topic: { ...topic, lifeEvent, subject, reason } } };
}

function findLifeEvent({ lifeEvents }: Topics, sought: string) {
  return lifeEvents.find(({ id }) => id === sought);
}

/** Seeks a subject in its own life event first: an id may be that of another topic too. Elsewhere it is surely the same only where no other has that id. */
function findSubject(tree: Topics, { lifeEvent, subject }: KnownTopic): Labelled | undefined {
  const own = findLifeEvent(tree, lifeEvent.id)?.subjects.find(({ id }) => id === subject.id);
  const all = tree.lifeEvents.flatMap(({ subjects }) => subjects).filter(({ id }) => id === subject.id);
  return own ?? (all.length === 1 ? all[0] : undefined);
}
