import * as v from 'valibot';
import { isServiceName, PUSH_SERVICES } from '../../domain/push/push-services.ts';

export interface PushConfig {
  services: readonly string[];
}

export const pushSettings = {
  PUSH: v.optional(v.picklist(['on', 'off'], 'PUSH must be on or off.')),
  PUSH_SERVICES: v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => text.split(',').map((name) => name.trim().toLowerCase())),
      v.check(
        (names) => names.every(isServiceName),
        'PUSH_SERVICES must be names of hosts, as «push.exemplo.pt» or «*.push.exemplo.pt», with commas between them.',
      ),
    ),
  ),
};

type PushSettings = v.InferOutput<v.ObjectSchema<typeof pushSettings, undefined>> & {
  ORIGIN?: string | undefined;
};

const isOfTheWeb = (origin: string | undefined) => origin?.startsWith('https:') ?? false;

export function judgePush({ PUSH, ORIGIN }: PushSettings): string[] {
  if (PUSH !== 'on' || isOfTheWeb(ORIGIN)) return [];
  return ['PUSH=on needs an ORIGIN that begins with https://: push services ask who it is that calls.'];
}

/** Null: no browser is told of news while e-Clic is closed. */
export function readPush({ PUSH, PUSH_SERVICES: more = [], ORIGIN }: PushSettings): PushConfig | null {
  if (PUSH === 'off' || !isOfTheWeb(ORIGIN)) return null;
  return { services: [...PUSH_SERVICES, ...more] };
}
