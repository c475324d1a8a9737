import topics from '../../contract/topics.json' with { type: 'json' };
import type { Audience, TopicTree } from './topic.ts';

const AUDIENCES: readonly Audience[] = ['person', 'organisation', 'morePerson'];

/** The tree that this build was made with, so that a first visit may go offline. */
export const BUNDLED_TOPICS: TopicTree = {
  ...topics,
  lifeEvents: topics.lifeEvents.map((lifeEvent) => ({
    ...lifeEvent,
    audience: AUDIENCES.filter((audience) => lifeEvent.audience.includes(audience)),
  })),
};
