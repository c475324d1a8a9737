import type { Topics } from '../../contract/types.ts';
import { publishedTrees } from '../topics/published-topics.ts';

/** Names each subject that was published with its life event, as two subjects may have the same name. The present tree's name holds. */
export function nameSubjects(topics: Topics): Map<string, string> {
  return new Map(
    publishedTrees(topics)
      .toReversed()
      .flatMap(({ lifeEvents }) => lifeEvents)
      .flatMap((lifeEvent) =>
        lifeEvent.subjects.map(({ id, label }) => [id, `${lifeEvent.label} › ${label}`] as const),
      ),
  );
}
