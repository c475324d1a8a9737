import topics from '../../contract/topics.json' with { type: 'json' };
import type { Topics } from '../../contract/types.ts';
import type { Audience, TopicTree } from './topic.ts';
import { labelled } from './written-topic.ts';

const AUDIENCES: readonly Audience[] = ['person', 'organisation', 'morePerson'];

/** The tree that this build was made with, so that a first visit may go offline. */
export const BUNDLED_TOPICS: TopicTree = {
  ...topics,
  lifeEvents: topics.lifeEvents.map((lifeEvent) => ({
    ...lifeEvent,
    audience: AUDIENCES.filter((audience) => lifeEvent.audience.includes(audience)),
  })),
};

type Labels = Readonly<Record<string, string>>;

/** The Portuguese labels by id. */
interface PublishedLabels {
  lifeEvent: Labels;
  subject: Labels;
  reason: Labels;
}

/** Returns the topics as a server publishes them: the version of the tree and its labels. */
export function publishTopics(labels: PublishedLabels): Topics {
  return {
    version: topics.version,
    lifeEvents: topics.lifeEvents.map(({ id, subjects }) => ({
      ...labelled(id, labels.lifeEvent),
      subjects: subjects.map((subject) => labelled(subject.id, labels.subject)),
    })),
    reasons: topics.reasons.map(({ id }) => labelled(id, labels.reason)),
  };
}
