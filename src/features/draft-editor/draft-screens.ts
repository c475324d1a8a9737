import { askedOf } from '../../../domain/written/asked-words.ts';
import { isOptional } from '../../../domain/written/rules.ts';
import type { DraftRow } from '../../db/core/schema.ts';
import type { DraftScreen } from '../../parts/addresses.ts';

const IN_ORDER: readonly DraftScreen[] = ['description', 'details', 'topic', 'attachments', 'review'];

export type Asked = Pick<DraftRow, 'kind' | 'aboutRequestId' | 'topic'>;

/** The screen that *Continuar* leads to. */
export function nextScreen(screen: DraftScreen, draft: Asked): DraftScreen | undefined {
  return IN_ORDER.slice(IN_ORDER.indexOf(screen) + 1).find((one) => isAsked(one, draft));
}

/** The screen that *Voltar* leads to. */
export function previousScreen(screen: DraftScreen, draft: Asked): DraftScreen | undefined {
  return IN_ORDER.slice(0, IN_ORDER.indexOf(screen)).findLast((one) => isAsked(one, draft));
}

function isAsked(screen: DraftScreen, draft: Asked): boolean {
  if (screen === 'details') return askedOf(draft.kind).some(isOptional);
  return screen !== 'topic' || !hasInheritedTopic(draft);
}

/** A complaint has the topic of the request that it is about: the summary shows it, and the steps lead to it. */
function hasInheritedTopic({ kind, aboutRequestId, topic }: Asked): boolean {
  const isChosen = topic !== null && topic.status !== 'begun';
  return kind === 'complaint' && aboutRequestId !== null && isChosen;
}
