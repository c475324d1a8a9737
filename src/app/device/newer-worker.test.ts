import { expect, test } from 'vitest';
import { watchForNewerWorker } from './register-worker.ts';

type State = ServiceWorkerState;
type Places = Partial<Record<'active' | 'installing' | 'waiting', FakeWorker | null>>;

class FakeWorker extends EventTarget {
  state: State = 'installing';

  become(state: State): void {
    this.state = state;
    this.dispatchEvent(new Event('statechange'));
  }
}

/** A fake registration, whose workers the test moves as a browser does; `told` are the workers that the citizen is asked about. */
function watched(places: Places, wasPageOfWorker: boolean) {
  const nowhere: Places = { active: null, installing: null, waiting: null };
  const registration = Object.assign(new EventTarget(), nowhere, places);
  const told: unknown[] = [];
  watchForNewerWorker(registration as unknown as ServiceWorkerRegistration, wasPageOfWorker, (worker) =>
    told.push(worker),
  );
  const move = (changed: Places) => Object.assign(registration, changed);
  return { told, move, find: () => registration.dispatchEvent(new Event('updatefound')) };
}

test('on a first visit nobody is told of a newer e-Clic, also while the browser still calls the new worker the one that waits', () => {
  const first = new FakeWorker();
  const { told, move, find } = watched({ installing: first }, false);
  find();
  move({ installing: null, waiting: first });
  first.become('installed');
  // WebKit reports the state of a worker before its place.
  first.become('activating');
  move({ active: first });
  first.become('activated');
  move({ waiting: null });
  expect(told).toEqual([]);
});

test('a second tab that is opened while the first worker comes is not told either', () => {
  const first = new FakeWorker();
  first.state = 'installed';
  expect(watched({ waiting: first }, false).told).toEqual([]);
  first.state = 'activated';
  expect(watched({ active: first, waiting: first }, true).told).toEqual([]);
});

test('of a newer worker the citizen is told once, when it is there and waits', () => {
  const newer = new FakeWorker();
  const { told, move, find } = watched({ active: new FakeWorker() }, true);
  move({ installing: newer });
  find();
  expect(told).toEqual([]);
  move({ installing: null, waiting: newer });
  newer.become('installed');
  newer.become('activating');
  newer.become('activated');
  expect(told).toEqual([newer]);
});

test('a tab that has been open since its first visit is told of the build after that', () => {
  const [first, newer] = [new FakeWorker(), new FakeWorker()];
  const { told, move, find } = watched({ installing: first }, false);
  find();
  move({ installing: null, active: first });
  for (const state of ['installed', 'activating', 'activated'] as const) first.become(state);
  move({ installing: newer });
  find();
  newer.become('installed');
  expect(told).toEqual([newer]);
});

test('a newer worker that was found before the page listened is told of, installed already or not yet', () => {
  const [waiting, coming] = [new FakeWorker(), new FakeWorker()];
  waiting.state = 'installed';
  expect(watched({ active: new FakeWorker(), waiting }, true).told).toEqual([waiting]);
  const { told } = watched({ active: new FakeWorker(), installing: coming }, true);
  coming.become('installed');
  expect(told).toEqual([coming]);
});
