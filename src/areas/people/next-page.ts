/** A host that no page has: what leads to another one does not lead into this site. */
const HERE = 'http://here.invalid';

/**
 * Where to go after signing in: a path of this site, or `otherwise` for whatever leads, or could be read as
 * leading, to another one (`//host`, `/\host`, `https:`, and `/.//host`, which becomes `//host`).
 *
 * @example pathHere('/listen?seite=2', '/konto') // '/listen?seite=2'
 */
export function pathHere(text: string | undefined, otherwise: string): string {
  if (text === undefined || !text.startsWith('/') || !URL.canParse(text, HERE)) return otherwise;
  const { origin, pathname, search, hash } = new URL(text, HERE);
  const path = `${pathname}${search}${hash}`;
  return origin === HERE && !/^\/[/\\]/.test(path) ? path : otherwise;
}
