import { isChosen } from '../../../domain/topics/written-topic.ts';
import { askedOf } from '../../../domain/written/asked-words.ts';
import { isOptional } from '../../../domain/written/rules.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import type { DraftScreen } from '../../parts/addresses.ts';

const IN_ORDER: readonly DraftScreen[] = ['description', 'details', 'topic', 'attachments', 'review'];

export type Asked = Pick<DraftRow, 'kind' | 'aboutRequestId' | 'topic'>;

/** Returns the screen to which **Continuar** leads. */
export function nextScreen(screen: DraftScreen, draft: Asked): DraftScreen | undefined {
  return IN_ORDER.slice(IN_ORDER.indexOf(screen) + 1).find((one) => isAsked(one, draft));
}

/** Returns the screen to which **Voltar** leads. */
export function previousScreen(screen: DraftScreen, draft: Asked): DraftScreen | undefined {
  return IN_ORDER.slice(0, IN_ORDER.indexOf(screen)).findLast((one) => isAsked(one, draft));
}

function isAsked(screen: DraftScreen, draft: Asked): boolean {
  if (screen === 'details') return askedOf(draft.kind).some(isOptional);
  return screen !== 'topic' || !hasInheritedTopic(draft);
}

/** Whether the draft has the topic of the request that it complains about. The summary shows that topic, and the list of steps leads to it. */
function hasInheritedTopic({ kind, aboutRequestId, topic }: Asked): boolean {
  return kind === 'complaint' && aboutRequestId !== null && isChosen(topic);
}
