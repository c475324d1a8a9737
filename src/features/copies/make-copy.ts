import i18next from 'i18next';
import type { CopyTexts } from '../../../domain/copies/copy-text.ts';
import { lisbonDate } from '../../../domain/lisbon-date.ts';
import { forEachField } from '../../../domain/written/words.ts';
import { formatDateTime, formatDay } from '../../../shared/format-date.ts';
import type { CopyScope } from '../../db/copies/copy-source.ts';
import { exportCopy } from '../../db/copies/export-copy.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import type { PendingTextRow } from '../../db/core/schema.ts';
import type { NamedBlob } from '../../lib/save-file.ts';

interface CopyRequest {
  scope: CopyScope;
  now: Date;
  unsaved?: readonly PendingTextRow[];
  onProgress?: (doneBytes: number, totalBytes: number) => void;
}

export async function makeCopy(
  db: CitizenDatabase | null,
  { scope, now, ...options }: CopyRequest,
): Promise<NamedBlob> {
  const blob = await exportCopy(db, scope, now, { texts: await loadCopyTexts(), ...options });
  // The name of the file has the date, but nothing about the citizen.
  return { name: `e-clic-copia-${lisbonDate(now)}.zip`, blob };
}

/**
 * Not a hook, since the crash screen and the notice that nothing can be saved make copies too. Where the texts do not come, their keys stand in the copy: it
 * may be all that is left.
 */
async function loadCopyTexts(): Promise<CopyTexts> {
  const namespaces = ['copies', 'requests', 'thread'] as const;
  await i18next.loadNamespaces([...namespaces, 'topics']);
  const { language } = i18next;
  const t = i18next.getFixedT(language, namespaces);
  return {
    kind: t('requests:row.kind'),
    onBehalfOf: t('requests:onBehalfOf'),
    topic: t('requests:row.topic'),
    about: t('requests:row.about'),
    words: forEachField((field) => t(`requests:field.${field}`)),
    attachments: t('requests:row.attachments'),
    updatedAt: t('text.updatedAt'),
    waitingSince: t('text.waitingSince'),
    reference: t('requests:row.reference'),
    receivedAt: t('text.receivedAt'),
    dueOn: t('text.dueOn'),
    state: t('requests:row.state'),
    reminder: t('text.reminder'),
    messages: t('text.messages'),
    correction: t('text.correction'),
    citizen: t('text.citizen'),
    office: t('text.office'),
    unsentRating: t('text.unsentRating'),
    wasHelpful: t('thread:rating.wasHelpful'),
    wasNotHelpful: t('thread:rating.wasNot'),
    nothing: t('text.nothing'),
    notOnThisDevice: t('text.notOnThisDevice'),
    topicLabels: i18next.getResourceBundle(language, 'topics'),
    unknownTopic: t('requests:topicUnknown'),
    kindOf: (kind) => t(`requests:kind.${kind}`),
    stateOf: (state) => t(`requests:state.${state}`),
    formatInstant: (iso) => formatDateTime(iso, language),
    formatDay: (day) => formatDay(day, language),
  };
}
