import type { Middleware } from './middleware.ts';

const POLICY = [
  "default-src 'self'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const OFF = [
  'accelerometer',
  'autoplay',
  'browsing-topics',
  'camera',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'screen-wake-lock',
  'serial',
  'usb',
  'web-share',
  'xr-spatial-tracking',
]
  .map((feature) => `${feature}=()`)
  .join(', ');

const FIXED: Readonly<Record<string, string>> = {
  'content-security-policy': POLICY,
  'permissions-policy': OFF,
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
};

const ONE_YEAR = 31_536_000;

/** Nothing from other hosts, nothing told to other hosts, no inline script, in no frame. */
export function securityHeaders({ origin }: { readonly origin: string }): Middleware {
  const secure = origin.startsWith('https://');
  return async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(FIXED)) c.header(name, value);
    // What was hidden a minute ago must not come out of a cache on the way.
    if (!c.res.headers.has('cache-control')) c.header('cache-control', 'no-cache');
    c.header('referrer-policy', secure || isLocal(c.req.url) ? 'no-referrer' : 'same-origin');
    if (secure) c.header('strict-transport-security', `max-age=${ONE_YEAR}`);
  };
}

/**
 * Over plain http to another machine browsers send no `Sec-Fetch-Site`, and under `no-referrer`
 * they blank the `Origin` of our own forms too: there `same-origin` keeps the forms working.
 * https://fetch.spec.whatwg.org/#append-a-request-origin-header
 */
function isLocal(url: string): boolean {
  const { hostname } = new URL(url);
  return (
    hostname === 'localhost' || hostname.endsWith('.localhost') || hostname === '127.0.0.1' || hostname === '[::1]'
  );
}
