import type { PushSubscription } from '../../contract/types.ts';
import type { ApiClient } from './client.ts';

/** A request as the pretend server shows it to the demo panel; a real server has no such call. */
export interface DemoRequest {
  id: string;
  /** The citizen whose request it is. */
  citizenId: string;
  reference: string;
  receivedAt: string;
  dueOn: string;
  state: string;
  description: string;
  commits: number;
  attachments: { name: string; size: number; sha256: string }[];
}

/** Rates are between 0 and 1. */
export interface DemoFaults {
  latencyMs: number;
  errorRate: number;
  dropRate: number;
  lostAnswerRate: number;
  offline: boolean;
}

/** A representation, current or ended. */
export interface DemoRepresentation {
  citizenId: string;
  name: string;
  representedId: string;
  representedName: string;
  isActive: boolean;
}

/** A device that is told of news by its browser's push service. */
interface DemoDevice extends Pick<PushSubscription, 'endpoint' | 'language' | 'saysDate'> {
  citizenId: string;
}

export interface DemoState {
  now: string;
  told: DemoDevice[];
  requests: DemoRequest[];
  uploads: { id: string; size: number; bytesReceived: number }[];
  faults: DemoFaults;
  representations: DemoRepresentation[];
}

export type OfficeAction = 'review' | 'ask' | 'answer' | 'forward' | 'close';

async function post(api: ApiClient, path: string, body: unknown): Promise<void> {
  const request = new Request(`${api.origin}/demo/${path}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
  const response = await api.server(request);
  if (!response.ok) throw new Error(`The pretend server refused ${path}: ${response.status}`);
}

export async function readDemoState(api: ApiClient): Promise<DemoState> {
  const response = await api.server(new Request(`${api.origin}/demo/state`));
  return (await response.json()) as DemoState;
}

export function moveDemoClock(api: ApiClient, workingDays: number): Promise<void> {
  return post(api, 'clock', { workingDays });
}

export function playOffice(api: ApiClient, requestId: string, action: OfficeAction): Promise<void> {
  return post(api, 'office', { requestId, action });
}

export function setDemoFaults(api: ApiClient, faults: Partial<DemoFaults>): Promise<void> {
  return post(api, 'faults', faults);
}

export function endAllDemoSessions(api: ApiClient): Promise<void> {
  return post(api, 'faults', { signOutAll: true });
}

export function setDemoRepresentation(
  api: ApiClient,
  { citizenId, representedId }: DemoRepresentation,
  isActive: boolean,
): Promise<void> {
  return post(api, 'representation', { citizenId, representedId, isActive });
}

export function seedDemo(api: ApiClient, niss: string, count: number): Promise<void> {
  return post(api, 'seed', { niss, count });
}

export function resetDemo(api: ApiClient): Promise<void> {
  return post(api, 'reset', {});
}
