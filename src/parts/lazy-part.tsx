import { type ComponentType, lazy, useEffect, useState } from 'react';
import { fetchWithoutReload } from '../lib/stand-ins/preload-helper.ts';
import { missPart } from '../state/missed-page.ts';

/** Of a file that exports a component under that name. */
type Load<Name extends string, Props> = () => Promise<{ [name in Name]: ComponentType<Props> }>;

/** A component whose code comes when it is needed; where it does not come, another is drawn in its place, and the document stays. */
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

/** Where its code does not come, the page stays without it, and the bar over the page says so and tries again. What was preloaded is drawn at once. */
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
    /** Never rejects: whoever draws the part says that it has not come. */
    preload: () => fetchWithoutReload(fetchCode).catch(() => undefined),
  });
}

interface PickedPartProps<Props> {
  pick: () => ComponentType<Props>;
  props: Props;
}

/** Keeps what was picked: `lazy` would show its fallback for an instant of what is there, and another pick would lose the state of what is drawn. */
function PickedPart<Props extends object>({ pick, props }: PickedPartProps<Props>) {
  const [Part] = useState(pick);
  return <Part {...props} />;
}

interface MissedPartProps<Props> {
  /** Null until it has come. */
  read: () => ComponentType<Props> | null;
  fetchCode: () => Promise<unknown>;
  props: Props;
}

function MissedPart<Props extends object>({ read, fetchCode, props }: MissedPartProps<Props>) {
  const [Part, setPart] = useState(read);

  useEffect(() => {
    if (Part) return;
    return missPart(async () => {
      await fetchWithoutReload(fetchCode);
      setPart(read);
    });
  }, [Part, read, fetchCode]);

  return Part && <Part {...props} />;
}
