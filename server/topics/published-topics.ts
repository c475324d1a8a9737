import type { Topics } from '../../contract/types.ts';
import { publishTopics } from '../../domain/topics/bundled-topics.ts';
import labels from '../../locales/pt-PT/topics.json' with { type: 'json' };

const OWN_TOPICS = publishTopics(labels);

/** Stands for whatever an app has sent in the place of a topic: any citizen can write there what they like. */
export const NOT_LISTED = 'Tema que não está na lista';

/** Returns the trees that people may have chosen from: the present one first, then e-Clic's own, which comes before any `TOPICS_FILE`. */
export function publishedTrees(topics: Topics): Topics[] {
  return [topics, OWN_TOPICS];
}
