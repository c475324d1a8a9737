import labels from '../locales/pt-PT/topics.json' with { type: 'json' };
import tree from '../src/contract/topics.json' with { type: 'json' };
import type { Labelled, Topic, Topics } from '../src/contract/types.ts';

type Labels = Readonly<Record<string, string>>;

/** Ids of a life event, a subject and a reason. */
export type TopicIds = readonly [lifeEvent: string, subject: string, reason: string];

export function publishedTopics(): Topics {
  return {
    version: tree.version,
    lifeEvents: tree.lifeEvents.map(({ id, subjects }) => ({
      ...labelled(id, labels.lifeEvent),
      subjects: subjects.map((subject) => labelled(subject.id, labels.subject)),
    })),
    reasons: tree.reasons.map(({ id }) => labelled(id, labels.reason)),
  };
}

export function writtenTopic([lifeEvent, subject, reason]: TopicIds): Topic {
  return {
    status: 'known',
    version: tree.version,
    lifeEvent: labelled(lifeEvent, labels.lifeEvent),
    subject: labelled(subject, labels.subject),
    reason: labelled(reason, labels.reason),
  };
}

function labelled(id: string, words: Labels): Labelled {
  return { id, label: words[id] ?? id };
}
