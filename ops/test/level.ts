/**
 * The gate, `npm test`, proves each promise, page, rule of the contract and engine at least once. The full run, `npm run test:all`, proves them under every
 * condition before a release.
 */
export const IS_ALL = process.env.LEVEL === 'all';

/** How often a test tries something: in the gate enough to see a fault, before a release many times more. */
export function timesInLevel(inGate: number, inAll: number): number {
  return IS_ALL ? inAll : inGate;
}

/** The tag of an end-to-end test that runs only in the full run, and the tags of its sibling that runs in the gate too. */
export const ALL_TAG = '@all';
export const GATE_TAGS: string[] = [];

/** Test files that run only in the full run, each with what the gate has for the same promise. */
export const ONLY_IN_ALL: Readonly<Record<string, string>> = {
  'mocks/conformance/over-http.test.ts':
    'the same suite on the store of two tabs, and on PGlite over real HTTP',
  'server/conformance/on-postgres.test.ts':
    'the same suites in process (server/conformance/contract.test.ts and office.test.ts)',
  'server/conformance/on-partitions.test.ts':
    'the same suite on plain tables (server/conformance/contract.test.ts)',
  'server/backup/backup.test.ts': 'writing beside, reading back, renaming (write-beside.test.ts)',
  'server/backup/good-backup.test.ts': 'writing beside, reading back, renaming (write-beside.test.ts)',
  'server/operations/graceful-stop.test.ts':
    'end-still-connections.test.ts; stopped and started again (e2e/reliability/reference-server.spec.ts)',
  'server/operations/silent-database.test.ts':
    'the same connections, with less patience, in process (server/db/silent-connections.test.ts)',
  'server/db/neighbouring-versions.test.ts':
    'an older version started on the tables of a newer one (server/db/going-back.test.ts)',
  'server/backup/unfinished-restore.test.ts': 'the same without a kill (server/backup/unsettled.test.ts)',
  'server/rotation/rotate-now.test.ts':
    'the rotation itself, on PGlite (server/rotation/rotate-secret.test.ts)',
  'server/uploads/store-crashes.test.ts': 'the same without a crash (server/uploads/file-store.test.ts)',
  'server/sessions/certified-provider.test.ts':
    'the same against a provider of the test (server/sessions/oidc-way.test.ts)',
  'server/requests/status-timing.test.ts':
    'the same statements, be the reference anybody’s or not (server/same-work.test.ts)',
  'server/crashes.test.ts': 'a server killed under a page (e2e/reliability/offline.spec.ts)',
  'server/balcao/undo-crashes.test.ts':
    'an act taken back while it is sent (server/office/undo-races.test.ts), and what the minute holds back (undo.test.ts)',
  'server/two-years.test.ts': 'one night of each: server/retention, news.test.ts, record.test.ts',
  'server/two-nodes.test.ts': 'a server stopped and started again (e2e/reliability/reference-server.spec.ts)',
  'server/news/pushes-killed.test.ts':
    'the same to one device, without a kill (server/news/send-push.test.ts)',
  'server/receipts/keys-command.test.ts': 'another key signs, in process (server/receipts/receipts.test.ts)',
  'server/storm.test.ts': 'the schedules of promises.test.ts against the reference server',
  'build/update-cost.test.ts':
    'the same worker on builds of a few lines (src/app/device/worker/keep-build.test.ts)',
  'e2e/demo/acting-for-others.spec.ts': 'representation.test.tsx and for-whom.test.tsx',
  'e2e/demo/asked-already.spec.ts': 'asked-already.test.tsx',
  'e2e/demo/bad-input.spec.ts': 'sign-in.test.tsx, description-step.test.tsx and attachment-picker.test.tsx',
  'e2e/demo/finding.spec.ts': 'finding.test.tsx and -searched-words.test.tsx',
  'e2e/demo/help.spec.ts': 'film.test.tsx and help-page.test.tsx',
  'e2e/demo/language.spec.ts': 'language.test.tsx',
  'e2e/demo/presses.spec.ts': 'a short request, press by press (shortest-way.spec.ts)',
  'e2e/demo/scanning-spoken.spec.ts': 'corners that are spoken, and moved by keys (scan-page.test.tsx)',
  'e2e/demo/scanning-twenty.spec.ts': 'three sheets, and two closed pages (scanning.spec.ts)',
  'e2e/demo/push.spec.ts': 'demo-panel.test.tsx and push-setting.test.tsx',
  'e2e/demo/topic-closes.spec.ts': 'topic-picker.test.tsx',
  'e2e/demo/without-connection.spec.ts': 'the production app without a connection (offline.spec.ts)',
  'e2e/http/copies.spec.ts': 'e2e/engines/main-job.spec.ts opens the ZIP, copy-round-trip.test.ts the copy',
  'e2e/http/main-job.spec.ts': 'the same with the reference server (reference-server.spec.ts)',
  'e2e/http/receipt.spec.ts': 'e2e/engines/main-job.spec.ts opens the PDF and the calendar file',
  'e2e/reliability/first-pull.spec.ts':
    'the same, cut off anywhere (src/sync/pull.test.ts), and how many have come (finding.test.tsx)',
  'e2e/reliability/push.spec.ts': 'show-pushed.test.ts and open-pressed.test.ts',
  'e2e/reliability/share.spec.ts':
    'the worker takes a share (take-shares.test.ts), and its page puts it into a draft (-share-page.test.tsx)',
  'e2e/reliability/three-tabs.spec.ts': 'the schedules of promises.test.ts, with three tabs',
  'e2e/reliability/storm-on-postgres.spec.ts':
    'the schedules of promises.test.ts against the reference server',
  'e2e/reliability/back-forward-cache.spec.ts': 'back-forward-cache.test.tsx',
  'e2e/reliability/full-disk.spec.ts':
    'the same on a database that refuses to write (full-disk.test.ts), what a browser that keeps nothing asks (ask-before-leaving.test.ts), and signing out on a full device (sign-out.test.tsx)',
  'e2e/reliability/memory.spec.ts': 'upload-slices.test.ts: no more than a slice is read at a time',
  'e2e/reliability/profile.spec.ts':
    'e2e/reliability/shared-device.spec.ts looks through the databases of the page',
  'e2e/engines/console.spec.ts': 'the end-to-end tests in Chromium fail at a word in the console',
  'e2e/engines/keyboard.spec.ts': 'the whole job by keyboard and ear, in Chromium (spoken-job.spec.ts)',
  'e2e/engines/killed-browser.spec.ts': 'e2e/http/killed-early.spec.ts, in Chromium',
  'e2e/engines/leaving.spec.ts': 'e2e/demo/typing-survives.spec.ts, in Chromium',
  'e2e/engines/offline.spec.ts': 'e2e/reliability/offline.spec.ts, in Chromium',
  'e2e/engines/upload-and-update.spec.ts': 'uploads.spec.ts and update.spec.ts, in Chromium',
  'e2e/engines/words-survive.spec.ts':
    'e2e/demo/typing-survives.spec.ts, in Chromium, and two tabs on one draft (drafts.test.ts and submit-draft.test.ts)',
  'e2e/engines/balcao.spec.ts': 'the same posts, and an answer in Chromium (reference-server.spec.ts)',
  'e2e/engines/scanning.spec.ts': 'e2e/demo/scanning.spec.ts, in Chromium',
  'e2e/engines/ticket.spec.ts': 'src/sync/ticket.test.ts, and the suite of the contract (ticket-suite.ts)',
  'e2e/engines/tab-guest.spec.ts': 'tab-guest.test.tsx',
  'e2e/engines/copies.spec.ts': 'a copy made and taken in, byte by byte (copy-round-trip.test.ts)',
  'e2e/engines/early-tick.spec.ts': 'head-script.test.tsx',
  'e2e/http/verify.spec.ts':
    'a receipt made, altered and checked (verifying-a-receipt.test.ts), and /verificar in each state, offline too (places.spec.ts)',
  'e2e/http/network-limit.spec.ts': 'the same spellings at the server itself (server/site.test.ts)',
  'e2e/http/recipes.spec.ts': 'what the guide names is sent by the built server (headers-doc.test.ts)',
};

export const filesOnlyInAll = IS_ALL ? [] : Object.keys(ONLY_IN_ALL);
