import { useEffect, useLayoutEffect, useState } from 'react';
import type { SignInWay } from '../../../contract/types.ts';
import { useApi } from '../../api/api-context.ts';
import { readService } from '../../api/service-calls.ts';
import { readStartHint } from '../../lib/start-hint.ts';
import { keepChoice, readKept } from '../../state/kept-preferences.ts';

type Ways = readonly SignInWay[];

const ALL: Ways = ['cmd', 'password'];

/**
 * The ways of signing in that the service said it has, the last time and then now; all, until it has said any. `recovers`: whether a palavra-chave
 * can be recovered here, once it has said so.
 */
export function useWays(): { ways: Ways; recovers: boolean } {
  const api = useApi();
  const [ways, setWays] = useState(ALL);
  const [recovers, setRecovers] = useState(false);

  useLayoutEffect(() => setWays(readKeptWays()), []);

  useEffect(() => {
    // Nothing is asked before whoever left is signed out at the server, nor where there is nobody to ask.
    if (readStartHint() === 'leaving' || !navigator.onLine) return;
    let isShown = true;
    void readService(api).then((outcome) => {
      if (!isShown || outcome.kind !== 'accepted') return;
      const said = waysAmong(outcome.value.ways);
      keepChoice('ways', said.join());
      setWays(said);
      setRecovers(outcome.value.recoversPassword === true);
    });
    return () => {
      isShown = false;
    };
  }, [api]);

  return { ways, recovers };
}

function readKeptWays(): Ways {
  const kept = readKept('ways');
  return typeof kept === 'string' ? waysAmong(kept === '' ? [] : kept.split(',')) : ALL;
}

/** A service whose ways are all later than this app may have these too. */
function waysAmong(said: readonly string[]): Ways {
  const known = ALL.filter((way) => said.includes(way));
  return known.length === 0 && said.length > 0 ? ALL : known;
}
