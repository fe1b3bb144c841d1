/**
 * A page of this site for mails, in a language for who has chosen none: whoever is signed in passes through, everybody else signs in first.
 *
 * @example afterSignIn('/fristen', 'de') === '/anmelden?weiter=%2Ffristen&sprache=de'
 */
export function afterSignIn(path: string, language: string): string {
  return `/anmelden?weiter=${encodeURIComponent(path)}&sprache=${language}`;
}
