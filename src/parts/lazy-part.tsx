import { type ComponentType, lazy, useEffect, useState } from 'react';
import { reportMissingPart } from '../state/missed-page.ts';
import { fetchWithoutReload } from './stand-ins/preload-helper.ts';

/** Loads a file that exports a component under the given name. */
type Load<Name extends string, Props> = () => Promise<{ [name in Name]: ComponentType<Props> }>;

/** A component whose code is fetched when it is needed. If the fetch fails, `Instead` is drawn in its place and the document is not reloaded. */
export function lazyOr<Name extends string, Props extends object>(
  load: Load<Name, Props>,
  name: Name,
  Instead: ComponentType<Props>,
) {
  return lazy(() =>
    fetchWithoutReload(load).then(
      (code) => ({ default: code[name] }),
      () => ({ default: Instead }),
    ),
  );
}

/**
 * A component whose code is fetched when it is needed. If the fetch fails, the page is shown without it, and the bar over the page says so and offers to try
 * again. Preloaded code is drawn at once.
 */
export function lazyPart<Name extends string, Props extends object>(load: Load<Name, Props>, name: Name) {
  let come: ComponentType<Props> | null = null;
  const read = () => come;

  async function fetchCode() {
    const code = await load();
    come = code[name];
    return code;
  }

  const Late = lazyOr(fetchCode, name, (props) => <MissedPart {...{ read, fetchCode, props }} />);
  const pick = () => come ?? Late;

  return Object.assign((props: Props) => <PickedPart {...{ pick, props }} />, {
    /** Never rejects: when the code is missing, the component itself reports it as it is drawn. */
    preload: () => fetchWithoutReload(fetchCode).catch(() => undefined),
  });
}

interface PickedPartProps<Props> {
  pick: () => ComponentType<Props>;
  props: Props;
}

/**
 * Picks the component once. `lazy` would show its fallback for an instant even when the code is already here, and a second pick would lose the state of the
 * drawn component.
 */
function PickedPart<Props extends object>({ pick, props }: PickedPartProps<Props>) {
  const [Part] = useState(pick);
  return <Part {...props} />;
}

interface MissedPartProps<Props> {
  /** Returns null until the code has been fetched. */
  read: () => ComponentType<Props> | null;
  fetchCode: () => Promise<unknown>;
  props: Props;
}

function MissedPart<Props extends object>({ read, fetchCode, props }: MissedPartProps<Props>) {
  const [Part, setPart] = useState(read);

  useEffect(() => {
    if (Part) return;
    return reportMissingPart(async () => {
      await fetchWithoutReload(fetchCode);
      setPart(read);
    });
  }, [Part, read, fetchCode]);

  return Part && <Part {...props} />;
}
