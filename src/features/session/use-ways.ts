import { useEffect, useLayoutEffect, useState } from 'react';
import type { SignInWay } from '../../../contract/types.ts';
import { useApi } from '../../api/api-context.ts';
import { readService } from '../../api/service-calls.ts';
import { readStartHint } from '../../lib/start-hint.ts';
import { keepChoice, readKept } from '../../state/kept-preferences.ts';

type Ways = readonly SignInWay[];

const ALL: Ways = ['cmd', 'password'];

/**
 * The ways to sign in: those of the service's last answer, then those of its present one; all ways until it has answered. `recovers` is whether a password can
 * be recovered in e-Clic; false until the service has answered.
 */
export function useWays(): { ways: Ways; recovers: boolean } {
  const api = useApi();
  const [ways, setWays] = useState(ALL);
  const [recovers, setRecovers] = useState(false);

  useLayoutEffect(() => setWays(readKeptWays()), []);

  useEffect(() => {
    // The service is not asked while a sign-out still has to reach the server, nor without a connection.
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

/** Keeps the ways that this app knows. If it knows none of a service's ways, it offers all: the service may have these too. */
function waysAmong(said: readonly string[]): Ways {
  const known = ALL.filter((way) => said.includes(way));
  return known.length === 0 && said.length > 0 ? ALL : known;
}
