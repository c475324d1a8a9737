/**
 * The policy that every answer of a built app carries; deployers send the same (docs/deploying.md). The app needs no exception: no inline script or style, no
 * foreign host, no data: URL.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob:",
  "media-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
  'trusted-types default',
  "require-trusted-types-for 'script'",
].join('; ');

const DENIED_FEATURES = [
  'accelerometer',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'usb',
];

export const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  // Addresses name requests; no other site may learn which.
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': DENIED_FEATURES.map((feature) => `${feature}=()`).join(', '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** `reportsTo` is the address to which browsers report what broke the policy. A deployer may set it; the reports contain addresses of requests. */
export function securityHeaders(reportsTo: string | null): Readonly<Record<string, string>> {
  if (!reportsTo) return SECURITY_HEADERS;
  return {
    ...SECURITY_HEADERS,
    'Content-Security-Policy': `${CONTENT_SECURITY_POLICY}; report-uri ${reportsTo}; report-to csp`,
    'Reporting-Endpoints': `csp="${reportsTo}"`,
  };
}
