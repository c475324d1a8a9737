import { readUrl } from '../../shared/read-url.ts';

/** The push services of today's browsers: Chrome and Edge on Android, Firefox, Safari, Edge on Windows. `*.` stands for any names before. */
export const PUSH_SERVICES: readonly string[] = [
  'fcm.googleapis.com',
  'updates.push.services.mozilla.com',
  '*.push.apple.com',
  '*.notify.windows.com',
];

/** The most devices of one citizen that are told of news: a citizen with more has stopped using some of them. */
export const PUSHED_DEVICES_MAX = 10;

const HOST = /^(\*\.)?([a-z0-9-]+\.)+[a-z]{2,}$/;

/** Whether a text can stand in a list of push services. */
export function isServiceName(text: string): boolean {
  return HOST.test(text);
}

/** Whether a server may call the endpoint that a browser has named: `https`, the usual port, no user name or password, a service of the list. */
export function isKnownEndpoint(endpoint: string, services: readonly string[]): boolean {
  const url = readUrl(endpoint);
  if (!url) return false;
  const { protocol, port, username, password, hostname } = url;
  if (protocol !== 'https:' || port || username || password) return false;
  return services.some((service) => {
    if (!service.startsWith('*.')) return hostname === service;
    const domain = service.slice(1);
    // A host name that begins with a dot belongs to nobody.
    return hostname.endsWith(domain) && !hostname.startsWith('.');
  });
}
