import type { Topics } from '../../contract/types.ts';

/** Returns the label of a life event or a subject; null: none has that id. */
export function topicName({ lifeEvents }: Topics, id: string): string | null {
  const all = lifeEvents.flatMap(({ subjects, ...lifeEvent }) => [lifeEvent, ...subjects]);
  return all.find((each) => each.id === id)?.label ?? null;
}
