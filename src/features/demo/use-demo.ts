import { useCallback, useContext, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../api/api-context.ts';
import type { ApiClient } from '../../api/client.ts';
import { type DemoState, readDemoState } from '../../api/demo-calls.ts';
import { DatabaseContext } from '../../db/core/database-context.ts';
import { requestRound } from '../../db/core/metadata.ts';
import { showNotice } from '../../state/notices.ts';

/** Runs an action on the pretend server and reads its state again. */
export type RunDemo = (action: (api: ApiClient) => Promise<void>) => Promise<void>;

/** Reads the state of the pretend server (null until its first answer) and runs actions on it. */
export function useDemo(initial: DemoState | null) {
  const { t } = useTranslation('demo');
  const api = useApi();
  const db = useContext(DatabaseContext);
  const [state, setState] = useState(initial);
  const [hasFailed, setHasFailed] = useState(false);

  const act = useCallback(
    async (action: Parameters<RunDemo>[0]) => {
      try {
        await action(api);
        setState(await readDemoState(api));
        setHasFailed(false);
        return true;
      } catch {
        setHasFailed(true);
        return false;
      }
    },
    [api],
  );

  // An empty action only reads the state.
  useEffect(() => void act(async () => {}), [act]);

  const run: RunDemo = async (action) => {
    const isDone = await act(action);
    // Much of what an action changes is on other parts of a long page, or on other pages.
    showNotice({ text: t(isDone ? 'done' : 'failed') });
    // The citizen's pages hear of the change at once instead of at the next round.
    if (isDone && db) await requestRound(db);
  };

  return { state, hasFailed, run };
}
