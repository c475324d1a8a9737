import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { CitizenRequest } from '../../../contract/types.ts';
import { useDatabase } from '../../db/core/database-context.ts';
import type { RefusedAction } from '../../db/core/schema.ts';
import { dismissRefusedAction } from '../../db/outbox/refusals.ts';
import { ofKind } from '../../parts/of-kind.ts';
import { Button } from '../../ui/button.tsx';
import { handFocusOn } from '../../ui/hand-focus-on.ts';
import { announce } from '../../ui/live-region.tsx';
import { Notice } from '../../ui/notice.tsx';

/** Says which action the server has refused, until the citizen closes the notice. */
export function RefusedNotice({ request, action }: { request: CitizenRequest; action: RefusedAction }) {
  const { t } = useTranslation(['thread', 'requests']);
  const db = useDatabase();
  const { command, type, at } = action;
  const context = ofKind(request.kind);
  const title = t(`refused.${command}.title`, context);
  const isAnnounced = useRef<string>(undefined);

  useEffect(() => {
    if (isAnnounced.current === at) return;
    isAnnounced.current = at;
    announce(title, 'assertive');
  }, [at, title]);

  const state = t(`requests:state.${request.state}`);
  return (
    <Notice tone="danger" title={title}>
      <p>
        {type === 'state-forbids'
          ? t(`refused.${command}.state`, { state, ...context })
          : t(`refused.${command}.other`, context)}
      </p>
      <Button
        ref={handFocusOn}
        variant="quiet"
        type="button"
        onClick={() => void dismissRefusedAction(db, request.id, command)}
      >
        {t(`refused.${command}.dismiss`)}
      </Button>
    </Notice>
  );
}
