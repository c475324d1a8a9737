import { type ComponentType, lazy, useEffect, useState } from 'react';
import { fetchWithoutReload } from '../lib/fetch-without-reload.ts';
import { missPart } from '../state/missed-page.ts';

/** What a file exports under that name. */
type Exports<Name extends string, Props> = { [name in Name]: ComponentType<Props> };
type Load<Name extends string, Props> = () => Promise<Exports<Name, Props>>;

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

/** Where its code does not come, the page stays without it, and the bar over the page says so and tries again. */
export function lazyPart<Name extends string, Props extends object>(load: Load<Name, Props>, name: Name) {
  let come: Exports<Name, Props> | null = null;
  const read = () => come?.[name] ?? null;

  async function fetchCode(): Promise<Exports<Name, Props>> {
    come = await load();
    return come;
  }

  return lazyOr(fetchCode, name, (props) => <LatePart {...{ read, fetchCode, props }} />);
}

interface LatePartProps<Props> {
  /** Null until it has come. */
  read: () => ComponentType<Props> | null;
  fetchCode: () => Promise<unknown>;
  props: Props;
}

function LatePart<Props extends object>({ read, fetchCode, props }: LatePartProps<Props>) {
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
