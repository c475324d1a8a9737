import type { Topics } from '../../contract/types.ts';

/** Of a life event or a subject; null where there is none of that id. */
export function topicName({ lifeEvents }: Topics, id: string): string | null {
  const all = lifeEvents.flatMap(({ subjects, ...lifeEvent }) => [lifeEvent, ...subjects]);
  return all.find((each) => each.id === id)?.label ?? null;
}
