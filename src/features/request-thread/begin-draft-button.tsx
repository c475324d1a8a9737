import { useNavigate } from '@tanstack/react-router';
import type { LucideIcon } from 'lucide-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenRequest } from '../../../contract/types.ts';
import { writtenOf } from '../../../domain/written/asked-words.ts';
import { NO_WORDS } from '../../../domain/written/words.ts';
import type { CitizenDatabase } from '../../db/core/citizen-database.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import type { DraftPatch } from '../../db/drafts/draft-edit.ts';
import { saveDraft } from '../../db/drafts/save-draft.ts';
import { TAB_ID } from '../../lib/tab-id.ts';
import { STEP_ADDRESSES } from '../../parts/addresses.ts';
import { useOnce } from '../../parts/use-once.ts';
import { Alert } from '../../ui/alert.tsx';
import { Button, type ButtonVariant } from '../../ui/button.tsx';

type DraftFromRequest = 'newRequest' | 'complaint';

interface BeginDraftButtonProps {
  request: CitizenRequest;
  what: DraftFromRequest;
  variant: ButtonVariant;
  icon?: LucideIcon;
}

/** **Criar pedido a partir deste** and **Apresentar reclamação**: the press makes the draft and leads to its description. */
export function BeginDraftButton({ request, what, variant, icon }: BeginDraftButtonProps) {
  const { t } = useTranslation('thread');
  const db = useDatabase();
  const navigate = useNavigate();
  /** The draft of a press after which the next page has not come. */
  const begun = useRef<string>(undefined);
  // Without these, a second press would leave a second draft behind.
  const { status, start } = useOnce(async () => {
    begun.current ??= await beginDraft(db, request, what);
    const draftId = begun.current;
    await navigate({ to: STEP_ADDRESSES.description, params: { draftId } });
    return true;
  });

  return (
    <>
      <Button variant={variant} type="button" icon={icon} onClick={() => void start()}>
        {t(`actions.${what}`)}
      </Button>
      {status === 'failed' && <Alert title={t('notKept')} />}
    </>
  );
}

/** Begins a draft about the request, for the same person and on the same topic, and returns its id. */
async function beginDraft(
  db: CitizenDatabase,
  request: CitizenRequest,
  what: DraftFromRequest,
): Promise<string> {
  const { onBehalfOf, topic } = request;
  const draftId = crypto.randomUUID();
  const kind = what === 'complaint' ? what : request.kind;
  // A request begun from a complaint is about the same service.
  const office = (what === 'newRequest' && request.complaint?.office) || request.office.name;
  const patch: DraftPatch = {
    kind,
    onBehalfOf,
    topic,
    aboutRequestId: request.id,
    ...writtenOf({ ...NO_WORDS, ...(kind === 'complaint' && { office }) }),
  };
  await saveDraft(db, draftId, { patch, baseRevision: 0, writer: TAB_ID }, new Date());
  return draftId;
}
