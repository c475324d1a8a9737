import type { PushSubscription } from '../../contract/types.ts';
import type { PushWords } from '../../domain/push/push-message.ts';
import en from '../../locales/en/push.json' with { type: 'json' };
import es from '../../locales/es/push.json' with { type: 'json' };
import fr from '../../locales/fr/push.json' with { type: 'json' };
import pt from '../../locales/pt-PT/push.json' with { type: 'json' };
import uk from '../../locales/uk/push.json' with { type: 'json' };

export const PUSH_WORDS: Record<PushSubscription['language'], PushWords> = { 'pt-PT': pt, en, es, fr, uk };
