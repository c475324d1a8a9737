import tree from '../../contract/topics.json' with { type: 'json' };
import type { Topics } from '../../contract/types.ts';
import { labelled } from './written-topic.ts';

type Labels = Readonly<Record<string, string>>;

/** The Portuguese labels by id. */
export interface PublishedLabels {
  lifeEvent: Labels;
  subject: Labels;
  reason: Labels;
}

/** Returns the topics as a server publishes them: the version of the tree and its labels. */
export function publishTopics(labels: PublishedLabels): Topics {
  return {
    version: tree.version,
    lifeEvents: tree.lifeEvents.map(({ id, subjects }) => ({
      ...labelled(id, labels.lifeEvent),
      subjects: subjects.map((subject) => labelled(subject.id, labels.subject)),
    })),
    reasons: tree.reasons.map(({ id }) => labelled(id, labels.reason)),
  };
}
