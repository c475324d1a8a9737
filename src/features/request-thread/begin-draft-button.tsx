import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenRequest } from '../../contract/types.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import { STEP_ADDRESSES } from '../../parts/addresses.ts';
import { Button } from '../../ui/button.tsx';
import { beginDraft, type DraftFromRequest } from './begin-draft.ts';

interface BeginDraftButtonProps {
  request: CitizenRequest;
  what: DraftFromRequest;
}

/** **Criar pedido a partir deste** and **Apresentar reclamação**: the press makes the draft and leads to its description. */
export function BeginDraftButton({ request, what }: BeginDraftButtonProps) {
  const { t } = useTranslation('thread');
  const db = useDatabase();
  const navigate = useNavigate();
  const isBeginning = useRef(false);

  async function begin() {
    // A double press would leave a second draft behind.
    if (isBeginning.current) return;
    isBeginning.current = true;
    try {
      const firstLine = t('actions.about', { reference: request.reference });
      const draftId = await beginDraft(db, request, what, firstLine, new Date());
      await navigate({ to: STEP_ADDRESSES.description, params: { draftId } });
    } finally {
      isBeginning.current = false;
    }
  }

  return (
    <Button variant="secondary" type="button" onClick={() => void begin()}>
      {t(`actions.${what}`)}
    </Button>
  );
}
