import type { Words } from '../plain/words.ts';

/** A language that can be chosen. */
export interface FrameLanguage {
  readonly code: string;
  readonly ownName: string;
  readonly dir: 'ltr' | 'rtl';
}

/** An entry of the main navigation; the label is already in words. */
export interface FrameEntry {
  readonly href: string;
  readonly label: string;
  readonly current: boolean;
}

/** What every page needs to know about the installation, the reader's language and the request. */
export interface Frame {
  readonly words: Words;
  /** Path with query of this page, for the language switcher that keeps the page. */
  readonly url: URL;
  /** Name of the installation, e.g. "Landkreis Rhönau". */
  readonly site: string;
  /** True on the invented county: every page says so. */
  readonly invented: boolean;
  /** No mail server is set: the operator passes mails on by hand. */
  readonly mailsByHand?: boolean;
  readonly signedIn: boolean;
  /** The way to one's account, or to signing in; null before there is either. */
  readonly account?: FrameEntry | null;
  readonly languages: readonly FrameLanguage[];
  readonly nav: readonly FrameEntry[];
  /** A message to show once (toast without JavaScript). */
  readonly notice: string | null;
  /** URLs of built assets by the name of their source file: `main.css`, a font, an island (`file-limit.js`). */
  readonly asset: (name: string) => string;
  /** Whether the words of this language were translated by machine and not yet read by a person. */
  readonly unread: boolean;
}

/** The address of the same page in another language. Everything else in the address stays. */
export function hrefIn(language: string, url: URL): string {
  const query = new URLSearchParams(url.search);
  query.set('lang', language);
  return `${url.pathname}?${query.toString()}`;
}
