import tree from '../../contract/topics.json' with { type: 'json' };
import type { Labelled, Topics } from '../../contract/types.ts';

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
      ...labelTopic(id, labels.lifeEvent),
      subjects: subjects.map((subject) => labelTopic(subject.id, labels.subject)),
    })),
    reasons: tree.reasons.map(({ id }) => labelTopic(id, labels.reason)),
  };
}

export function labelTopic(id: string, words: Labels): Labelled {
  return { id, label: words[id] ?? id };
}
