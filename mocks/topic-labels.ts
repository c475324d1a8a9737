import tree from '../contract/topics.json' with { type: 'json' };
import type { Topic } from '../contract/types.ts';
import { labelled } from '../domain/topics/written-topic.ts';
import labels from '../locales/pt-PT/topics.json' with { type: 'json' };

/** Ids of a life event, a subject and a reason. */
export type TopicIds = readonly [lifeEvent: string, subject: string, reason: string];

export function writtenTopic([lifeEvent, subject, reason]: TopicIds): Topic {
  return {
    status: 'known',
    version: tree.version,
    lifeEvent: labelled(lifeEvent, labels.lifeEvent),
    subject: labelled(subject, labels.subject),
    reason: labelled(reason, labels.reason),
  };
}
